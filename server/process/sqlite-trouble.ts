import { dirname } from 'node:path'
import { sqliteCode } from '../../lib/db/sqlite-errors'
import { DatabaseDamaged } from '../../lib/kernel/database-damaged'
import { StorageFull } from '../../lib/kernel/storage-full'

/** A trouble of SQLite's, for the one who runs it. */
interface SqliteTrouble {
  readonly message: string
  /** It may be over in a moment: a disk that comes back, a file that somebody else holds. */
  readonly passes: boolean
}

/** What somebody is to do who finds the database damaged; `file` is its path. */
export const mendingOf = (file: string): string =>
  `Stop the server, move the folder ${dirname(file)} aside as a whole, put the last backup in its place ` +
  '(npm run stet -- restore FOLDER) and start the server again. Keep what was moved: more may be had back from it.'

export const REINDEX = 'npm run stet -- reindex'

/** What somebody is to do whose disk is full. */
export const full = (folder: string): string =>
  `The disk that holds ${folder} is full. Make room (100 MB are a good beginning); backups in it are the first place to look.`

/** What somebody is to do who may not write there. */
export const noRight = (path: string): string =>
  `This user may not write ${path}. Everything in the data folder must belong to the user Stet runs as (chown -R).`

const PASSES = true
const STAYS = false

/**
 * By the beginning of SQLite's own code; the first that fits. A disk passes that is away, full or failing: whoever asks again
 * soon may find it well, and a server that was running must not end for good because of it.
 */
const KNOWN: readonly (readonly [code: string, passes: boolean, say: (file: string) => string])[] = [
  ['SQLITE_FULL', PASSES, (file) => full(dirname(file))],
  ['SQLITE_NOTADB', STAYS, (file) => `${file} is no SQLite database, or it is damaged. ${mendingOf(file)}`],
  [
    'SQLITE_CORRUPT_VTAB',
    STAYS,
    (file) =>
      `The search index in ${file} is damaged; pieces and comments are not. Make it anew from them: ${REINDEX}.`,
  ],
  ['SQLITE_CORRUPT', STAYS, (file) => `The database ${file} is damaged. ${mendingOf(file)}`],
  [
    'SQLITE_IOERR',
    PASSES,
    (file) =>
      `The disk fails under the database ${file}. If it goes on, look at the disk; where it cannot be read any more: ${mendingOf(file)}`,
  ],
  ['SQLITE_READONLY', STAYS, noRight],
  [
    'SQLITE_CANTOPEN',
    PASSES,
    (file) =>
      `The database ${file} cannot be opened: it must be a file, in a folder that this user may write. Correct that, or DATABASE_URL.`,
  ],
  [
    'SQLITE_BUSY',
    PASSES,
    (file) =>
      `Another program has held the database ${file} for half a minute. Close it (an open sqlite3, a copy under way).`,
  ],
]

/** SQLite wants less than this beside an open database. */
const LEAST_ROOM = 1024 * 1024

/** A full disk is told by SQLite as one that fails, where it is a file beside the database that finds no room. */
const mayBeFull = (code: string): boolean => /^SQLITE_(?:IOERR|CANTOPEN)/.test(code)

/** The driver's own words, before SQLite is asked: nothing comes back by itself that was never there. */
const lacksFolder = (error: unknown): boolean =>
  error instanceof TypeError && error.message.includes('directory does not exist')

const codeOf = (error: unknown): string => {
  if (error instanceof StorageFull) return 'SQLITE_FULL'
  if (!(error instanceof DatabaseDamaged)) return sqliteCode(error)
  // A file of no bytes has no code: SQLite misses its tables.
  return sqliteCode(error.cause) || 'SQLITE_CORRUPT'
}

/**
 * What an error of the driver, or what we made of it, means for the SQLite file; null for what nobody foresaw.
 *
 * @param room bytes that may still be written in a folder
 */
export const sqliteTrouble = (
  error: unknown,
  file: string,
  room: (folder: string) => number,
): SqliteTrouble | null => {
  if (lacksFolder(error)) {
    return {
      message: `The folder ${dirname(file)} does not exist. Make it, or correct DATABASE_URL.`,
      passes: STAYS,
    }
  }
  const code = codeOf(error)
  if (mayBeFull(code) && room(dirname(file)) < LEAST_ROOM) {
    return { message: full(dirname(file)), passes: PASSES }
  }
  const [, passes, say] = KNOWN.find(([beginning]) => code.startsWith(beginning)) ?? []
  return passes === undefined || !say ? null : { message: say(file), passes }
}
