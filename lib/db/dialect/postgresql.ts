import { sql } from '../sql'
import type { Dialect } from './dialect'
import { postgresqlFullText } from './postgresql-full-text'
import { isPrismaUniqueViolation } from './sqlite'

/** SQLSTATE of the driver's error, or ''. */
export const sqlState = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export const postgresqlDialect: Dialect = {
  text: (query) => query.text,
  isUniqueViolation: (error) => sqlState(error) === '23505' || isPrismaUniqueViolation(error),
  commentsOfEach: (ids) => sql`CROSS JOIN LATERAL (${ids}) i JOIN "comment" c ON c."id" = i."id"`,
  startsWith: (text, prefix) => sql`starts_with(${text}, ${prefix})`,
  contains: (text, part) => sql`strpos(${text}, ${part}) > 0`,
  elements: (json) => sql`jsonb_array_elements(${json}::jsonb) AS j(value)`,
  monthOf: (instant) => sql`to_char(to_timestamp(${instant} / 1000) AT TIME ZONE 'UTC', 'YYYY-MM')`,
  fullText: postgresqlFullText,
  locks: {
    share: sql`FOR SHARE`,
    change: sql`FOR NO KEY UPDATE`,
    skip: sql`FOR NO KEY UPDATE SKIP LOCKED`,
  },
}
