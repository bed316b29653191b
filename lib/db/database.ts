import type { NewComment } from '../comments/comment-store'
import type { Instant } from '../kernel/clock'
import type { Dialect } from './dialect/dialect'
import type { TroubleHeard } from './file-trouble'
import type { PrismaClient } from './generated/sqlite/client'
import type { Insertion } from './insert-submission'
import type { Row, Sql, SqlRunner } from './sql'
import type { SteadyTable } from './steady-rows'

/** Who writes new comments on SQLite in a thread of its own (decision 8). */
export interface CommentWriter {
  /** One transaction, on the disk when it resolves. */
  insert(submission: NewComment, now: Instant): Promise<Insertion>
}

/** What a thread of this process needs that writes to the same file beside us (decision 8). */
export interface Beside {
  readonly file: string
  /** The writer's turn for it, alone until it is given back. */
  lend(): Promise<() => void>
  /** What an error of its driver is here: a disk or a file that is failing is told of. */
  translated(error: unknown): unknown
}

/** An open database, whichever it is. */
export interface Database {
  readonly provider: 'sqlite' | 'postgresql'
  readonly dialect: Dialect
  /** For what is written or read now and then. Costs 6–35 times the raw road on reads. */
  readonly prisma: PrismaClient
  /** Committed rows only, whatever transactions are open. For hot queries. */
  read(query: Sql): Promise<readonly Row[]>
  /**
   * Like `read`, of rows that hardly ever change: over SQLite they are remembered under `key` until something in the
   * table changes (lib/db/steady-rows.ts).
   */
  readSteady(table: SteadyTable, key: string, query: () => Sql): Promise<readonly Row[]>
  /** What is remembered of the table is looked for again: another process tells that it changed it. */
  forgetSteady(table: SteadyTable): void
  /** Commits when `work` resolves, rolls back when it throws. Repeated on a deadlock: `work` must only touch the database. */
  transaction<T>(work: (tx: SqlRunner) => Promise<T>): Promise<T>
  /** The same for work that changes hundreds of rows: it shares its commit with nobody. */
  largeTransaction<T>(work: (tx: SqlRunner) => Promise<T>): Promise<T>
  /** Where new comments are written beside everything else; without it they are as any transaction. */
  readonly commentWriter?: CommentWriter
  /** SQLite alone. */
  readonly beside?: Beside
  /** Changes whenever another process has committed something; costs next to nothing (SQLite: `data_version`). */
  foreignVersion(): number
  /** Changes whenever anybody has committed something; as cheap. Null where nobody can tell. */
  version(): number | null
  /**
   * Settles the given indexes, then writes the file anew without what was deleted. False: it would take
   * longer than anybody waits, or it did not work; the file or its log may hold bytes of it. PostgreSQL frees by itself what nobody sees any more.
   */
  overwriteDeleted(settle: readonly Sql[]): Promise<boolean>
  close(): Promise<void>
}

/** How a database is opened. */
export interface DatabaseOptions extends Partial<TroubleHeard> {
  /** What server/comment-writer.ts is bundled to: SQLite then writes new comments in a thread of its own. */
  readonly writerProgram?: string
}

/** For interactive transactions of Prisma's client: how long to wait for one to begin, and how long one may take. */
export const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 15_000 } as const
