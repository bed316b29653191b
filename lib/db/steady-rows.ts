import type BetterSqlite3 from 'better-sqlite3'
import type { Row } from './sql'

/** Tables of which something is asked with every post, and whose rows hardly ever change. */
export type SteadyTable = 'setting' | 'user' | 'guest' | 'comment' | 'article' | 'measure'

const ANY = ['INSERT', 'UPDATE', 'DELETE'] as const

/**
 * What makes forget what is remembered of a table, by the table that changes. A new guest changes nothing that is known
 * of the others, and comes with the first comment of everybody. Of comments that are there, whose they are and how they
 * stand is remembered (newest-of-person.ts); of pieces, at which address they take comments.
 */
const CHANGES: readonly (readonly [changed: string, forgets: SteadyTable, by: readonly string[]])[] = [
  ['setting', 'setting', ANY],
  ['user', 'user', ANY],
  ['guest', 'guest', ['UPDATE', 'DELETE']],
  ['comment', 'comment', ['INSERT', 'UPDATE OF status, guestId, userId, createdAt', 'DELETE']],
  ['article', 'article', ANY],
  ['slug_history', 'article', ANY],
  ['measure', 'measure', ANY],
]
const TABLES: readonly SteadyTable[] = [...new Set(CHANGES.map(([, forgets]) => forgets))]

/**
 * How long (ms) a change by another process may stay unseen where SQLite cannot tell it from a commit of ours (a thread
 * of this process writes meanwhile): as long as readers' pages may not know of it either.
 */
const FOREIGN_MS = 250
/** Questions that are remembered of a table. */
const MOST = 1_000

interface Known {
  readonly rows: readonly Row[]
  /** Milliseconds of this process. */
  readonly at: number
}

/**
 * Rows that are remembered for as long as nobody changes anything in their table. Of what this process writes SQLite
 * itself tells, by triggers that only this connection has; when another one has written, everything is forgotten. That
 * nothing was found is never remembered.
 */
export class SteadyRows {
  readonly #writer: BetterSqlite3.Database
  readonly #known = new Map<SteadyTable, Map<string, Known>>(TABLES.map((table) => [table, new Map()]))
  readonly #foreignVersion: () => number
  #version = -1
  #isWatching = false

  constructor(writer: BetterSqlite3.Database, foreignVersion: () => number) {
    this.#writer = writer
    this.#foreignVersion = foreignVersion
  }

  /** `key` names the question and what it asks for; `look` answers it with committed rows. */
  read(table: SteadyTable, key: string, look: () => readonly Row[]): readonly Row[] {
    this.#heed()
    const known = this.#known.get(table)
    const before = known?.get(key)
    if (before && performance.now() - before.at < FOREIGN_MS) return before.rows
    const at = performance.now()
    const rows = look()
    // While a transaction is open, rows are as they were before it: what it changes nobody would notice a second time.
    if (known && rows.length > 0 && !this.#writer.inTransaction) {
      this.#watch()
      if (known.size >= MOST) known.clear()
      known.set(key, { rows, at })
    }
    return rows
  }

  /** What another thread of this process has stored, which no trigger tells of: what is remembered becomes what is true. */
  amend(table: SteadyTable, key: string, change: (rows: readonly Row[]) => readonly Row[]): void {
    const known = this.#known.get(table)
    const before = known?.get(key)
    if (known && before) known.set(key, { rows: change(before.rows), at: before.at })
  }

  /** Something in the table was changed elsewhere, whether or not SQLite can tell. */
  forget(table: SteadyTable): void {
    this.#known.get(table)?.clear()
  }

  #heed(): void {
    const version = this.#foreignVersion()
    if (version === this.#version) return
    for (const known of this.#known.values()) known.clear()
    this.#version = version
  }

  /** Not before somebody asks: the tables may be made after the connection. */
  #watch(): void {
    if (this.#isWatching) return
    this.#writer.function('steady_changed', (table) => {
      this.#known.get(TABLES.find((one) => one === table) ?? 'setting')?.clear()
      return null
    })
    for (const [changed, forgets, by] of CHANGES) {
      for (const change of by) {
        this.#writer.exec(
          `CREATE TEMP TRIGGER IF NOT EXISTS "steady_${changed}_${change}" AFTER ${change} ON main."${changed}"
           BEGIN SELECT steady_changed('${forgets}'); END`,
        )
      }
    }
    this.#isWatching = true
  }
}
