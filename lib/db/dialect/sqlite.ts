import { sqliteCode } from '../sqlite-errors'
import { empty, sql } from '../sql'
import type { Dialect } from './dialect'
import { sqliteFullText } from './sqlite-full-text'

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])

export const sqliteDialect: Dialect = {
  text: (query) => query.sql,
  isUniqueViolation: (error) => UNIQUE.has(sqliteCode(error)) || isPrismaUniqueViolation(error),
  commentsOfEach: (ids) => sql`JOIN "comment" c ON c."id" IN (${ids})`,
  // By its bytes, so that an index serves it: everything up to the last letter there is.
  startsWith: (text, prefix) => sql`(${text} >= ${prefix} AND ${text} < ${`${prefix}\u{10ffff}`})`,
  contains: (text, part) => sql`instr(${text}, ${part}) > 0`,
  elements: (json) => sql`json_each(${json}) j`,
  monthOf: (instant) => sql`strftime('%Y-%m', ${instant} / 1000, 'unixepoch')`,
  fullText: sqliteFullText,
  locks: { share: empty, change: empty, skip: empty },
}

/** P2002, and P2010 for raw statements: Prisma's names for the same. */
export const isPrismaUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002'
