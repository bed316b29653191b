import type { Sql } from '../sql'
import type { FullText } from './full-text'

/** What the two databases do differently. Everything else is the same SQL for both. */
export interface Dialect {
  /** The statement with this database's placeholders. */
  text(query: Sql): string
  /** A row with the same unique value exists. */
  isUniqueViolation(error: unknown): boolean
  /**
   * Joins the comments `c` whose ids a subselect gives for each row so far. It may look at that row and have a limit of
   * its own, which only PostgreSQL calls LATERAL; one statement instead reads each list to its limit, no further.
   */
  commentsOfEach(ids: Sql): Sql
  /** The text begins so, letter by letter; the prefix is taken as it stands. */
  startsWith(text: Sql, prefix: string): Sql
  /** The text holds this part, letter by letter. */
  contains(text: Sql, part: string): Sql
  /**
   * A JSON array of arrays as rows of `j`, whose cells are `j.value ->> 0` and so on, as text: one parameter and one
   * statement however many rows. Numbers need a CAST.
   */
  elements(json: string): Sql
  /** `2025-02` of a moment (milliseconds), in UTC. */
  monthOf(instant: Sql): Sql
  /** Writing and asking full-text indexes. */
  readonly fullText: FullText
  /**
   * Row locks, appended to a SELECT. SQLite has one writer at a time, whose transactions see no other's work begin or
   * end: nothing to lock. PostgreSQL's run side by side.
   */
  readonly locks: {
    /** Others may lock it so too, but nobody may change it. */
    readonly share: Sql
    /** Nobody else may change it or lock it. */
    readonly change: Sql
    /** As `change`, passing over rows that somebody holds. */
    readonly skip: Sql
  }
}
