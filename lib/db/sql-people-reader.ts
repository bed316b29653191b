import type { ReporterRecord } from '../comments/report-weight'
import type { Comment } from '../comments/comment'
import { ROLES } from '../kernel/actor'
import type { Cursor } from '../kernel/paging'
import type {
  HistoryRow,
  Means,
  PeopleReader,
  PeopleSearch,
  PersonNote,
  PersonRow,
} from '../moderation/people-reader'
import { type PersonKey, authorOfKey } from '../accounts/person-key'
import type { AuthorRecord } from '../moderation/trust'
import { integer, text } from './cells'
import { readRevisions } from './comment-records'
import { COMMENT_COLUMNS, readComment } from './comment-rows'
import { ACCOUNT, GUEST, completePeople, isTheirs } from './person-rows'
import { articlesOf, decisionsOn } from './queue-facts'
import { reporterRecord } from './report-statements'
import { type Sql, empty, join, sql } from './sql'
import type { StoreTools } from './store-tools'

const SHARING_MAX = 20
const MEANS_MAX = 5
/** Comments looked through for what somebody wrote with. */
const LOOKED_THROUGH = 500

const toJudge = (c: Comment): string => c.pendingRevisionId ?? c.approvedRevisionId ?? c.latestRevisionId

export class SqlPeopleReader implements PeopleReader {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async find(key: PersonKey): Promise<PersonRow | null> {
    const { userId, guestId } = authorOfKey(key)
    const [person] = await this.#people(
      userId === null ? sql`${GUEST} WHERE g."id" = ${guestId}` : sql`${ACCOUNT} WHERE u."id" = ${userId}`,
    )
    return person ?? null
  }

  /** Each kind is walked along its own index to the page's length, and no further. */
  async list(search: PeopleSearch, after: Cursor | null, limit: number): Promise<readonly PersonRow[]> {
    const { accounts, guests } = this.#found(search)
    // A sum is no column: who is looked for is found by their name, not walked to through everybody by age.
    const ordered = (at: Sql): Sql => (search === null ? at : sql`(${at} + 0)`)
    const page = (people: Sql, at: Sql, id: Sql, found: Sql): Sql => sql`SELECT * FROM (
      ${people} WHERE ${found} ${after ? sql`AND (${at}, ${id}) < (${after.at}, ${after.id})` : empty}
      ORDER BY ${at} DESC, ${id} DESC LIMIT ${limit + 1})`
    return this.#people(sql`
      SELECT * FROM (${page(ACCOUNT, ordered(sql`u."createdAt"`), sql`u."id"`, accounts)} of_accounts
      UNION ALL ${page(GUEST, sql`g."createdAt"`, sql`g."id"`, guests)} of_guests) people
      ORDER BY "since" DESC, "id" DESC LIMIT ${limit + 1}`)
  }

  async recordOf(key: PersonKey): Promise<AuthorRecord> {
    // `|| ''`: an author's few comments are looked through, not the index over everything that is approved.
    const [row] = await this.#tools.db.read(sql`
      SELECT count(CASE WHEN (c."status" || '') = 'approved' THEN 1 END) AS "approved",
        count(CASE WHEN (c."status" || '') = 'rejected' THEN 1 END) AS "rejected",
        count(CASE WHEN (c."status" || '') = 'spam' THEN 1 END) AS "spam",
        count(c."pendingRevisionId") AS "waiting"
      FROM "comment" c WHERE ${isTheirs(key)}`)
    const count = (what: string): number => (row ? integer(row, what) : 0)
    return {
      approved: count('approved'),
      rejected: count('rejected'),
      spam: count('spam'),
      waiting: count('waiting'),
    }
  }

  reportsOf(key: PersonKey): Promise<ReporterRecord> {
    return reporterRecord(this.#tools.db, key)
  }

  async history(key: PersonKey, after: Cursor | null, limit: number): Promise<readonly HistoryRow[]> {
    const { db, clock } = this.#tools
    const comments = await this.#comments(
      sql`${isTheirs(key)} ${after ? sql`AND (c."createdAt", c."id") < (${after.at}, ${after.id})` : empty}`,
      sql`c."createdAt" DESC, c."id" DESC LIMIT ${limit + 1}`,
    )
    if (comments.length === 0) return []
    const [revisions, articles, decisions] = await Promise.all([
      readRevisions(db, comments.map(toJudge)),
      articlesOf(
        db,
        comments.map((c) => c.articleId),
        clock.now(),
      ),
      decisionsOn(
        db,
        comments.map((c) => c.id),
      ),
    ])
    return comments.flatMap((comment) => {
      const article = articles.get(comment.articleId)
      const body = revisions.get(toJudge(comment))?.body
      if (!article || body === undefined) return []
      return { comment, body, article, decision: decisions.get(comment.id)?.at(-1) ?? null }
    })
  }

  async namesOf(key: PersonKey): Promise<readonly string[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT DISTINCT c."name" FROM "comment" c WHERE ${isTheirs(key)} AND c."name" <> '' LIMIT 10`)
    return rows.map((row) => text(row, 'name'))
  }

  async meansOf(key: PersonKey): Promise<Means> {
    const { db } = this.#tools
    const { userId } = authorOfKey(key)
    const [rows, account] = await Promise.all([
      db.read(sql`
        SELECT c."emailKey", c."addressKey", c."createdAt" FROM "comment" c WHERE ${isTheirs(key)}
        ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${LOOKED_THROUGH}`),
      db.read(sql`SELECT "emailKey" FROM "user" WHERE "id" = ${userId ?? ''}`),
    ])
    const mails = [...account, ...rows].map((row) => text(row, 'emailKey')).filter((mail) => mail !== '')
    const addresses = new Map<string, number>()
    for (const row of rows) {
      const address = text(row, 'addressKey')
      if (address !== '' && !addresses.has(address)) addresses.set(address, integer(row, 'createdAt'))
    }
    return {
      emailKeys: [...new Set(mails)].slice(0, MEANS_MAX),
      addresses: [...addresses].slice(0, MEANS_MAX).map(([address, at]) => ({ key: address, at })),
    }
  }

  async sharing(key: PersonKey, { emailKeys, addresses }: Means): ReturnType<PeopleReader['sharing']> {
    const [byMail, byAddress] = await Promise.all([
      this.#sharing(key, sql`c."emailKey" <> '' AND c."emailKey" IN`, emailKeys),
      this.#sharing(
        key,
        sql`c."addressKey" IN`,
        addresses.map((address) => address.key),
      ),
    ])
    return { byMail, byAddress }
  }

  async waitingOf(key: PersonKey, limit: number): Promise<readonly Comment[]> {
    return this.#comments(
      sql`${isTheirs(key)} AND c."pendingRevisionId" IS NOT NULL`,
      sql`c."createdAt", c."id" LIMIT ${limit}`,
    )
  }

  async notesOn(key: PersonKey): Promise<readonly PersonNote[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT n."id", n."body", n."createdAt", COALESCE(u."name", '') AS "authorName"
      FROM "person_note" n LEFT JOIN "user" u ON u."id" = n."createdBy"
      WHERE n."personKey" = ${key} ORDER BY n."id" DESC LIMIT 100`)
    return rows.map((row) => ({
      id: text(row, 'id'),
      personKey: key,
      body: text(row, 'body'),
      authorName: text(row, 'authorName'),
      createdAt: integer(row, 'createdAt'),
    }))
  }

  async writeNote(note: Parameters<PeopleReader['writeNote']>[0]): Promise<void> {
    await this.#tools.db.transaction((tx) =>
      tx.run(sql`
        INSERT INTO "person_note" ("id", "personKey", "body", "createdBy", "createdAt")
        VALUES (${note.id}, ${note.personKey}, ${note.body}, ${note.createdBy}, ${note.createdAt})`),
    )
  }

  /** Conditions on the accounts `u` and the guests `g`. */
  #found(search: PeopleSearch): { readonly accounts: Sql; readonly guests: Sql } {
    const guestsWith = (condition: Sql): Sql =>
      sql`g."id" IN (SELECT c."guestId" FROM "comment" c WHERE ${condition})`
    if (search === null) return { accounts: sql`1 = 1`, guests: sql`1 = 1` }
    if ('emailKey' in search) {
      const { emailKey } = search
      return {
        accounts: sql`u."emailKey" = ${emailKey}`,
        guests: guestsWith(sql`c."emailKey" = ${emailKey} AND c."emailKey" <> ''`),
      }
    }
    const { startsWith } = this.#tools.db.dialect
    return {
      accounts: sql`u."role" IN (${join([...ROLES])}) AND ${startsWith(sql`u."nameKey"`, search.nameKey)}`,
      guests: guestsWith(sql`${startsWith(sql`c."nameKey"`, search.nameKey)} AND c."nameKey" <> ''`),
    }
  }

  async #people(query: Sql): Promise<readonly PersonRow[]> {
    return completePeople(this.#tools.db, await this.#tools.db.read(query))
  }

  async #comments(condition: Sql, order: Sql): Promise<readonly Comment[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${COMMENT_COLUMNS} FROM "comment" c WHERE ${condition} ORDER BY ${order}`)
    return rows.map(readComment)
  }

  /** Others whose comments came with one of these, last seen first. */
  async #sharing(key: PersonKey, having: Sql, values: readonly string[]): Promise<readonly PersonRow[]> {
    if (values.length === 0) return []
    const { userId, guestId } = authorOfKey(key)
    const rows = await this.#tools.db.read(sql`
      SELECT c."userId", c."guestId", max(c."createdAt") AS "seenAt" FROM "comment" c
      WHERE ${having} (${join([...values])})
        AND COALESCE(c."userId", '') <> ${userId ?? '-'} AND COALESCE(c."guestId", '') <> ${guestId ?? '-'}
      GROUP BY c."userId", c."guestId" ORDER BY "seenAt" DESC, c."userId", c."guestId" LIMIT ${SHARING_MAX}`)
    const ids = (column: 'userId' | 'guestId'): string[] =>
      rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : []))
    const [users, guests] = [ids('userId'), ids('guestId')]
    const people = await Promise.all([
      users.length === 0 ? [] : this.#people(sql`${ACCOUNT} WHERE u."id" IN (${join(users)})`),
      guests.length === 0 ? [] : this.#people(sql`${GUEST} WHERE g."id" IN (${join(guests)})`),
    ])
    return people.flat().sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0) || (a.key < b.key ? -1 : 1))
  }
}
