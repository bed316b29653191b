import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'

export interface Settled {
  readonly acknowledged: number
  /** Texts that were answered for and are not in the database. */
  readonly lost: number
  /** Texts that are there more than once, whether they were answered for or not. */
  readonly duplicated: number
}

/** What the server said it had stored. A number of answers is worth nothing unless the comments are there afterwards. */
export class Posted {
  readonly #texts = new Set<string>()

  /** A text, each of them another one, that the server has answered for. */
  acknowledge(text: string): void {
    this.#texts.add(text)
  }

  /** Counts what is in the database of a server that has ended. */
  settle(dataDir: string): Settled {
    const db = new BetterSqlite3(join(dataDir, 'stet.db'), { readonly: true })
    const rows = db
      .prepare<[], { body: string; copies: number }>(
        `SELECT r."body", count(*) AS "copies" FROM "comment" c JOIN "comment_revision" r ON r."commentId" = c."id"
         WHERE r."number" = 1 GROUP BY r."body"`,
      )
      .all()
    db.close()
    const stored = new Set(rows.map(({ body }) => body))
    return {
      acknowledged: this.#texts.size,
      lost: [...this.#texts].filter((text) => !stored.has(text)).length,
      duplicated: rows.filter(({ copies }) => copies > 1).length,
    }
  }
}

export const saySettled = ({ acknowledged, lost, duplicated }: Settled): string =>
  `Of ${acknowledged} comments that were accepted: lost ${lost}, duplicated ${duplicated}.`
