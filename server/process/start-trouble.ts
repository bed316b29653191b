import { statfsSync } from 'node:fs'
import { SecretDamaged } from '../../lib/adapters/secret-file'
import { parseDatabaseUrl } from '../../lib/db/database-url'
import { MigrationRefused } from '../../lib/db/migrations/plan-migrations'
import { readEnv } from '../../lib/env'
import { EnvError } from '../../lib/env-error'
import { postgresqlTrouble } from './postgresql-trouble'
import { NOT_NOW, REFUSED, Refusal } from './refusal'
import { full, noRight, sqliteTrouble } from './sqlite-trouble'

/** Why a program of ours cannot begin, for the one who runs it. */
export interface Trouble {
  /** What is wrong and what to do, without a password. */
  readonly message: string
  /** It may be over in a moment: a database that is still starting, a full disk. */
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

/** Bytes this user may still write there; without end where nobody can say. */
const roomIn = (folder: string): number => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

const fromSqlite = (error: unknown, { databaseUrl }: Whereabouts, room: typeof roomIn): Trouble | null =>
  databaseUrl.startsWith('file:') ? sqliteTrouble(error, databaseUrl.slice('file:'.length), room) : null

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error

const fromSystem = (error: unknown, { dataDir }: Whereabouts): Trouble | null => {
  if (!isOfSystem(error)) return null
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return { message: full(dataDir), passes: true }
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
