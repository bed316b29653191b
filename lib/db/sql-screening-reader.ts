import type { Instant } from '../kernel/clock'
import type { AuthorRecord, DomainRecord, ScreeningReader, Somebody } from '../moderation/screening-reader'
import { integer, integerOrNull, text } from './cells'
import type { Database } from './database'
import { type Sql, empty, sql } from './sql'

const isBy = (who: Somebody): Sql =>
  'guestId' in who ? sql`"guestId" = ${who.guestId}` : sql`"userId" = ${who.userId}`

/** Comments of a domain that are looked at; and of somebody's, for what stands. */
const NEWEST = 100
const STANDING_AMONG = 50
/** `WRITTEN_MAX` of the port; its contract test holds the two together. */
const WRITTEN_MAX = 200

export class SqlScreeningReader implements ScreeningReader {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async author(
    who: Somebody,
    since: { readonly decided: Instant; readonly written: Instant },
    except: string | null,
  ): Promise<AuthorRecord> {
    // Ranges of two indexes, asked in the words of the second, and a few rows: whoever wrote a thousand comments that wait costs no more for it.
    const own = sql`FROM "comment" WHERE ${isBy(who)} ${except === null ? empty : sql`AND "id" <> ${except}`}`
    const against = sql`SELECT count(*) ${own} AND ("status" = 'rejected' OR "status" = 'spam')`
    const [row] = await this.#db.read(sql`
      SELECT n."approved", (${against}) AS "turnedAway", n."lately" AS "approvedLately",
        (${against} AND "createdAt" >= ${since.decided}) AS "against",
        (SELECT count(*) FROM (SELECT 1 ${own} AND "createdAt" >= ${since.written} LIMIT ${WRITTEN_MAX}) w) AS "written"
      FROM (
        SELECT count(*) AS "approved", count(CASE WHEN o."createdAt" >= ${since.decided} THEN 1 END) AS "lately"
        FROM (SELECT "status", "createdAt" ${own} ORDER BY "createdAt" DESC, "id" DESC LIMIT ${STANDING_AMONG}) o
        WHERE o."status" = 'approved') n`)
    if (!row) return { approved: 0, turnedAway: 0, decided: 0, against: 0, written: 0 }
    return {
      approved: integer(row, 'approved'),
      turnedAway: integer(row, 'turnedAway'),
      decided: integer(row, 'approvedLately') + integer(row, 'against'),
      against: integer(row, 'against'),
      written: integer(row, 'written'),
    }
  }

  async lastUnder(who: Somebody, articleId: string): Promise<Instant | null> {
    const [row] = await this.#db.read(sql`
      SELECT max("createdAt") AS "at" FROM "comment" WHERE ${isBy(who)} AND "articleId" = ${articleId}`)
    return row ? integerOrNull(row, 'at') : null
  }

  async domains(domains: readonly string[], except: string | null): Promise<readonly DomainRecord[]> {
    const records = await Promise.all(domains.map((domain) => this.#domain(domain, except)))
    return records.flat()
  }

  async staffNames(): Promise<readonly string[]> {
    const rows = await this.#db.readSteady(
      'user',
      'staff-names',
      () =>
        sql`SELECT "nameKey" FROM "user" WHERE "role" <> 'member' AND "disabledAt" IS NULL AND "nameKey" <> ''`,
    )
    return [...new Set(rows.map((row) => text(row, 'nameKey')))]
  }

  async #domain(domain: string, except: string | null): Promise<readonly DomainRecord[]> {
    const [row] = await this.#db.read(sql`
      SELECT count(*) AS "seen", COALESCE(sum(CASE WHEN n."status" = 'approved' THEN 1 ELSE 0 END), 0) AS "approved",
        COALESCE(sum(CASE WHEN n."status" IN ('rejected', 'spam') THEN 1 ELSE 0 END), 0) AS "against"
      FROM (SELECT c."status" FROM "comment_domain" d JOIN "comment" c ON c."id" = d."commentId"
        WHERE d."domain" = ${domain} AND d."commentId" <> ${except ?? ''}
        ORDER BY d."createdAt" DESC, d."commentId" DESC LIMIT ${NEWEST}) n`)
    if (!row || integer(row, 'seen') === 0) return []
    return [{ domain, approved: integer(row, 'approved'), against: integer(row, 'against') }]
  }
}
