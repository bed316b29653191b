import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { SecretDamaged } from '../../lib/adapters/secret-file'
import { parseDatabaseUrl } from '../../lib/db/database-url'
import { MigrationRefused } from '../../lib/db/migrations/plan-migrations'
import { sqliteCode } from '../../lib/db/sqlite-errors'
import { readEnv } from '../../lib/env'
import { EnvError } from '../../lib/env-error'
import { postgresqlTrouble } from './postgresql-trouble'
import { NOT_NOW, REFUSED, Refusal } from './refusal'

/** Why a program of ours cannot begin, for the one who runs it. */
export interface Trouble {
  /** What is wrong and what to do, without a password. */
  readonly message: string
  /** It may be over in a moment: a database that is still starting, say. */
  readonly passes: boolean
}

/** Where the program was told to work; null where the environment itself is wrong. */
export interface Whereabouts {
  readonly dataDir: string
  readonly databaseUrl: string
}

/** As the environment says; null where it says what cannot be. */
export const whereabouts = (): Whereabouts | null => {
  try {
    return readEnv()
  } catch {
    return null
  }
}

/** What a program ends with. */
export const exitCodeOf = ({ passes }: Trouble): number => (passes ? NOT_NOW : REFUSED)

const stays = (message: string): Trouble => ({ message, passes: false })

const RESTORE =
  'Stop here and look at the disk. Then move the file away and put a backup in its place: npm run stet -- restore FOLDER.'

/** By the beginning of SQLite's own code. */
const SQLITE: readonly (readonly [code: string, say: (file: string, dataDir: string) => string])[] = [
  ['SQLITE_FULL', (_, dataDir) => full(dataDir)],
  ['SQLITE_NOTADB', (file) => `${file} is no SQLite database, or it is damaged. ${RESTORE}`],
  ['SQLITE_CORRUPT', (file) => `The database ${file} is damaged. ${RESTORE}`],
  ['SQLITE_IOERR', (file) => `The disk fails under the database ${file}. ${RESTORE}`],
  ['SQLITE_READONLY', (file) => noRight(file)],
  [
    'SQLITE_CANTOPEN',
    (file) =>
      `The database ${file} cannot be opened: it must be a file, in a folder that this user may write. Correct that, or DATABASE_URL.`,
  ],
  [
    'SQLITE_BUSY',
    (file) =>
      `Another program has held the database ${file} for half a minute. Close it (an open sqlite3, a copy under way), then start again.`,
  ],
]

const full = (folder: string): string =>
  `The disk that holds ${folder} is full. Make room (100 MB are a good beginning), then start again.`

const noRight = (path: string): string =>
  `This user may not write ${path}. Everything in the data folder must belong to the user Stet runs as (chown -R).`

/** Bytes this user may still write there; without end where nobody can say. */
const roomIn = (folder: string): number => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** SQLite wants less than this beside an open database. */
const LEAST_ROOM = 1024 * 1024

/** A full disk is told by SQLite as one that fails, where it is a file beside the database that finds no room. */
const mayBeFull = (code: string): boolean => /^SQLITE_(?:IOERR|CANTOPEN)/.test(code)

const fromSqlite = (
  error: unknown,
  { dataDir, databaseUrl }: Whereabouts,
  room: typeof roomIn,
): Trouble | null => {
  if (!databaseUrl.startsWith('file:')) return null
  const file = databaseUrl.slice('file:'.length)
  // The driver's own words, before SQLite is asked.
  const noFolder = error instanceof TypeError && error.message.includes('directory does not exist')
  const code = noFolder ? 'SQLITE_CANTOPEN' : sqliteCode(error)
  if (mayBeFull(code) && room(dirname(file)) < LEAST_ROOM) return stays(full(dirname(file)))
  const found = SQLITE.find(([beginning]) => code.startsWith(beginning))
  return found ? stays(found[1](file, dataDir)) : null
}

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error

const fromSystem = (error: unknown, { dataDir }: Whereabouts): Trouble | null => {
  if (!isOfSystem(error)) return null
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return stays(full(dataDir))
  const { path = dataDir } = error
  return ['EACCES', 'EPERM', 'EROFS'].includes(error.code ?? '') ? stays(noRight(path)) : null
}

const SAID = [EnvError, Refusal, MigrationRefused, SecretDamaged]

/** What an error at the start means in plain words; null for what nobody foresaw. */
export const startTrouble = (
  error: unknown,
  where: Whereabouts | null,
  room: typeof roomIn = roomIn,
): Trouble | null => {
  if (SAID.some((kind) => error instanceof kind)) return stays((error as Error).message)
  if (!where) return null
  const address = where.databaseUrl.startsWith('file:') ? null : parseDatabaseUrl(where.databaseUrl)
  const connection = address?.provider === 'postgresql' ? address.connection : null
  return (
    (connection === null ? null : postgresqlTrouble(error, connection)) ??
    fromSqlite(error, where, room) ??
    fromSystem(error, where)
  )
}
