import { StorageFull } from '../kernel/storage-full'

/** SQLite's own name of what went wrong (`SQLITE_BUSY`…), from the driver's error or from Prisma's wrapping of it; else ''. */
export const sqliteCode = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')) return error.code
  const { cause } = error
  const isWrapped = typeof cause === 'object' && cause !== null && 'originalCode' in cause
  return isWrapped && typeof cause.originalCode === 'string' ? cause.originalCode : ''
}

/** Somebody else holds the write lock: worth another try. */
export const isBusy = (error: unknown): boolean => sqliteCode(error).startsWith('SQLITE_BUSY')

/** The disk or the file is failing: what is in memory may differ from what is stored. Never retried. */
export const isBroken = (error: unknown): boolean => /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(sqliteCode(error))

/**
 * What every statement's failure goes through: a full disk becomes `StorageFull`; a failing disk reaches `onFatal`,
 * which ends the process, because after a failed fsync nothing can be said about what was stored.
 */
export const translate = (error: unknown, onFatal: (error: Error) => void): unknown => {
  if (sqliteCode(error) === 'SQLITE_FULL') return new StorageFull(error)
  if (isBroken(error) && error instanceof Error) onFatal(error)
  return error
}
