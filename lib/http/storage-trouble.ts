import { type DomainError, domainError } from '../kernel/domain-error'

/** An error and everything it wraps (Prisma nests the driver's two deep). */
const chain = function* (error: unknown): Generator<{ readonly name: string; readonly code: string }> {
  let current: unknown = error
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
    const { name, code, cause } = current as { name?: unknown; code?: unknown; cause?: unknown }
    yield { name: String(name ?? ''), code: String(code ?? '') }
    current = cause
  }
}

/**
 * No room left: reading goes on, writing is refused in plain words. By name, not by class: the server's bundle and
 * Next's hold two copies of `StorageFull`. 53100 is PostgreSQL's code.
 */
export const isDiskFull = (error: unknown): boolean =>
  [...chain(error)].some(
    ({ name, code }) => name === 'StorageFull' || /^(?:ENOSPC|SQLITE_FULL|53100)$/.test(code),
  )

export const DISK_FULL: DomainError = domainError(
  'storage-full',
  'The disk of this publication is full, so nothing can be saved right now. What you wrote is still in the form. Please tell the editors.',
)
