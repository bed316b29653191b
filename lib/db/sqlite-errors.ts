import { DatabaseDamaged } from '../kernel/database-damaged'

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

/** An index of words (FTS5) cannot be read: it only repeats what stands in the tables, which are none the worse. */
export const isSearchDamaged = (error: unknown): boolean => sqliteCode(error) === 'SQLITE_CORRUPT_VTAB'

/** What is stored cannot be read: the file was cut off or written over, or the disk does not give it back. */
export const isDamaged = (error: unknown): boolean =>
  !isSearchDamaged(error) &&
  /^SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|CORRUPTFS|DATA)$)/.test(sqliteCode(error))

/** The disk is failing: what is in memory may differ from what is stored. */
export const isFailing = (error: unknown): boolean => sqliteCode(error).startsWith('SQLITE_IOERR')

/** The disk or the file: never retried. */
export const isBroken = (error: unknown): boolean =>
  error instanceof DatabaseDamaged || isDamaged(error) || isFailing(error)
