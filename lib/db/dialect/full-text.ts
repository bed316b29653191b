import type { TextQuery } from '../../text/text-query'
import type { Sql } from '../sql'

/** The tokens of one text, as the index keeps them: letters and digits only. Stems, but for `forms`. */
export interface IndexedTokens {
  readonly title: readonly string[]
  readonly lead: readonly string[]
  readonly body: readonly string[]
  /** Each once: what beginnings of words are looked for in. */
  readonly forms: readonly string[]
}

/** Where a phrase must stand. */
export type TextPart = 'anywhere' | 'title'

/**
 * A full-text index of one database. Words are taken apart, folded and stemmed by lib/text, so that both databases
 * find the same; all they do is find tokens. `index` is the quoted name of its table.
 */
export interface FullText {
  /** Writes a row; `number` is not in the index yet. */
  add(index: Sql, number: number, tokens: IndexedTokens): Sql
  /** Takes rows out; `numbers` lists them, or is a subselect. */
  drop(index: Sql, numbers: Sql): Sql
  clear(index: Sql): Sql
  /** Lets go for good of the tokens of rows that were taken out. */
  settle(index: Sql): Sql
  /**
   * A subselect of the columns `number` and `score` (more is better) with the rows that match, the `limit` with the
   * greatest numbers.
   */
  match(index: Sql, query: TextQuery, options: { readonly in: TextPart; readonly limit: number | Sql }): Sql
  /** A subselect of the column `number`: the `limit` rows that match with the greatest numbers below one, unranked. */
  matching(
    index: Sql,
    query: TextQuery,
    options: { readonly below: number | null; readonly limit: number },
  ): Sql
}
