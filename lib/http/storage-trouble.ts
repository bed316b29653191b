import { type DomainError, domainError } from '../kernel/domain-error'

/** An error and everything it wraps (Prisma nests the driver's error two deep). */
const chain = function* (error: unknown): Generator<{ code: string; message: string }> {
  let current: unknown = error
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
    const { code, message, cause } = current as { code?: unknown; message?: unknown; cause?: unknown }
    yield { code: String(code ?? ''), message: String(message ?? '') }
    current = cause
  }
}

const some = (error: unknown, pattern: RegExp): boolean =>
  [...chain(error)].some(({ code, message }) => pattern.test(code) || pattern.test(message))

/** No room left: reading goes on, writing is refused in plain words. */
export const isDiskFull = (error: unknown): boolean =>
  some(error, /^ENOSPC$|^SQLITE_FULL|database or disk is full|^53100$|No space left on device/)

/**
 * The disk failed a write or an fsync, or the file is damaged: what the process believes and what is stored may
 * differ, so it must end and start again from the file. Never retry.
 */
export const isFatalStorage = (error: unknown): boolean =>
  some(error, /^EIO$|^SQLITE_IOERR|^SQLITE_CORRUPT|disk I\/O error|database disk image is malformed/)

export const DISK_FULL: DomainError = domainError(
  'storage-full',
  'The disk of this publication is full, so nothing can be saved right now. What you wrote is still in the form. Please tell the editors.',
)
