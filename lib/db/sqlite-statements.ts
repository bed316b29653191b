import type BetterSqlite3 from 'better-sqlite3'
import type { Row } from './sql'

/** Prepared once each; the least used go first, once so many are kept that some may have to go. */
const KEPT_STATEMENTS = 300
const MANY = 200

interface Kept {
  readonly statement: BetterSqlite3.Statement<unknown[], Row>
  /** Asked of the driver once: its own answer costs as much as a short statement. */
  readonly writes: boolean
}

/** The statements of a connection, by their text. */
export const statementsOf = (connection: BetterSqlite3.Database): ((sql: string) => Kept) => {
  const kept = new Map<string, Kept>()
  return (sql) => {
    const known = kept.get(sql)
    if (known && kept.size < MANY) return known
    const one = known ?? prepared(connection, sql)
    kept.delete(sql)
    kept.set(sql, one)
    const [oldest] = kept.size > KEPT_STATEMENTS ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    return one
  }
}

const prepared = (connection: BetterSqlite3.Database, sql: string): Kept => {
  const statement = connection.prepare<unknown[], Row>(sql).safeIntegers(false)
  return { statement, writes: !statement.readonly }
}
