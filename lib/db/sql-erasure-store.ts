import { ROLES } from '../kernel/actor'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import type { Effect } from '../kernel/effect'
import type { ErasureStore, WholePerson } from '../moderation/erasure/erasure-store'
import { integer, oneOf, text } from './cells'
import { blankComments } from './erasure/blank-comments'
import { dropBylines } from './erasure/drop-bylines'
import { eraseAccount } from './erasure/erase-account'
import { endOpenErasure, keepOpenErasure, readOpenErasure } from './erasure/open-erasure'
import { wipeWords } from './erasure/wipe-words'
import { SEARCH_TABLES } from './search-tables'
import { type Sql, empty, join, sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'

const unique = (words: readonly string[]): readonly string[] => [
  ...new Set(words.filter((word) => word !== '')),
]

/** The comments `c` of a person. */
const theirs = ({ userId, guestIds, mails }: Pick<WholePerson, 'userId' | 'guestIds' | 'mails'>): Sql => sql`(
  (c."emailKey" <> '' AND c."emailKey" IN (${join([...mails])}))
  ${userId === null ? empty : sql`OR c."userId" = ${userId}`}
  ${guestIds.length === 0 ? empty : sql`OR c."guestId" IN (${join([...guestIds])})`})`

export class SqlErasureStore implements ErasureStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async find(mail: string): Promise<WholePerson | null> {
    const { db } = this.#tools
    const [account] = await db.read(sql`SELECT "id", "name", "role" FROM "user" WHERE "emailKey" = ${mail}`)
    const begun = await readOpenErasure((query) => db.read(query), mail)
    // A key under which other addresses were typed as well is more than one person's.
    const guests = await db.read(sql`
      SELECT c."guestId" FROM "comment" c WHERE c."emailKey" = ${mail} AND c."guestId" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "comment" o
          WHERE o."guestId" = c."guestId" AND o."emailKey" <> '' AND o."emailKey" <> ${mail})
      UNION SELECT s."guestId" FROM "subscription" s WHERE s."emailKey" = ${mail} AND s."guestId" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "comment" o
          WHERE o."guestId" = s."guestId" AND o."emailKey" <> '' AND o."emailKey" <> ${mail})
      ${
        begun.guestIds.length === 0
          ? empty
          : sql`UNION SELECT g."id" FROM "guest" g WHERE g."id" IN (${join(begun.guestIds)})
        AND NOT EXISTS (SELECT 1 FROM "comment" o
          WHERE o."guestId" = g."id" AND o."emailKey" <> '' AND o."emailKey" <> ${mail})`
      }`)
    const person = {
      userId: account ? text(account, 'id') : null,
      guestIds: guests.map((row) => text(row, 'guestId')),
      mails: [mail],
    }
    const rows = await db.read(sql`
      SELECT c."name", count(*) AS "n" FROM "comment" c WHERE ${theirs(person)} GROUP BY c."name"`)
    const [wish] = await db.read(sql`
      SELECT 1 FROM "subscription" WHERE "emailKey" = ${mail}
      UNION ALL SELECT 1 FROM "mail_log" WHERE "emailKey" = ${mail} LIMIT 1`)
    if (!account && !wish && !begun.isOpen && rows.length === 0) return null
    return {
      ...person,
      role: account ? oneOf(account, 'role', ROLES) : null,
      names: unique([
        ...(account ? [text(account, 'name')] : []),
        ...rows.map((row) => text(row, 'name')),
        ...begun.names,
      ]),
      comments: Math.max(
        begun.comments,
        rows.reduce((sum, row) => sum + integer(row, 'n'), 0),
      ),
    }
  }

  async open(person: WholePerson): Promise<void> {
    const { db, clock } = this.#tools
    await db.transaction((tx) => keepOpenErasure(tx, person, clock.now()))
  }

  async commentsOf(person: WholePerson, limit: number): Promise<readonly string[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT c."id" FROM "comment" c WHERE ${theirs(person)} ORDER BY c."emailKey" <> '', c."id" LIMIT ${limit}`)
    return rows.map((row) => text(row, 'id'))
  }

  async blank(commentIds: readonly string[]): Promise<void> {
    if (commentIds.length === 0) return
    const { db, clock } = this.#tools
    await db.transaction((tx) => blankComments(tx, join([...commentIds]), clock.now()))
  }

  async forget(person: WholePerson, at: Instant, audit: AuditEntry): Promise<readonly Effect[]> {
    const { db, ids } = this.#tools
    return db.transaction(async (tx) => {
      const effects = person.userId === null ? [] : await dropBylines(tx, person.userId, at, ids)
      await eraseAccount(tx, person, at, ids)
      await wipeWords(tx, [...person.mails, ...person.names])
      await endOpenErasure(tx, person.mails)
      await leaveTraces(tx, this.#tools, { audit, effects })
      return effects.map(({ effect }) => effect)
    })
  }

  async overwrite(): Promise<boolean> {
    const indexes = Object.values(SEARCH_TABLES).map(({ index }) => index)
    return this.#tools.db.overwriteDeleted(
      indexes.map((index) => this.#tools.db.dialect.fullText.settle(index)),
    )
  }
}
