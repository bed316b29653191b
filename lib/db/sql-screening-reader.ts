import type { Instant } from '../kernel/clock'
import type {
  AuthorRecord,
  DomainRecord,
  GuestTrace,
  ScreeningReader,
  Somebody,
} from '../moderation/screening-reader'
import { integer, integerOrNull, text } from './cells'
import type { Database } from './database'
import { isBy, newest, newestKey, newestTimes, newestTimesKey } from './newest-of-person'
import { empty, join, sql } from './sql'
import { commentStands } from './visible'

/** Comments of a domain that are looked at. */
const NEWEST = 100
/** Of a network so many are compared: more than its limit lets through in three hours. */
const TRACES = 100

export class SqlScreeningReader implements ScreeningReader {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async author(
    who: Somebody,
    since: { readonly decided: Instant; readonly written: Instant },
    exceptId: string | null,
  ): Promise<AuthorRecord> {
    const except = exceptId === null ? empty : sql`AND "id" <> ${exceptId}`
    const [rows, times] = await Promise.all(
      exceptId === null
        ? [
            this.#db.readSteady('comment', newestKey(who), () => newest(who, empty)),
            this.#db.readSteady('comment', newestTimesKey(who), () => newestTimes(who, empty)),
          ]
        : [this.#db.read(newest(who, except)), this.#db.read(newestTimes(who, except))],
    )
    const standing = rows.filter((row) => text(row, 'status') === 'approved')
    const lately = standing.filter((row) => integer(row, 'createdAt') >= since.decided).length
    // Ranges of an index, asked in its words: whoever wrote a thousand comments that wait costs no more for it.
    const turnedAway = sql`
      SELECT count(*) FROM "comment" WHERE ${isBy(who)} ${except} AND ("status" = 'rejected' OR "status" = 'spam')`
    const [row] = await this.#db.read(sql`
      SELECT (${turnedAway}) AS "turnedAway", (${turnedAway} AND "createdAt" >= ${since.decided}) AS "against"`)
    const against = row ? integer(row, 'against') : 0
    return {
      approved: standing.length,
      turnedAway: row ? integer(row, 'turnedAway') : 0,
      decided: lately + against,
      against,
      written: times.filter((time) => integer(time, 'createdAt') >= since.written).length,
    }
  }

  async lastUnder(who: Somebody, articleId: string): Promise<Instant | null> {
    const [row] = await this.#db.read(sql`
      SELECT max("createdAt") AS "at" FROM "comment" WHERE ${isBy(who)} AND "articleId" = ${articleId}`)
    return row ? integerOrNull(row, 'at') : null
  }

  async guestsFrom(
    addressKeys: readonly string[],
    articleId: string,
    since: Instant,
  ): Promise<readonly GuestTrace[]> {
    if (addressKeys.length === 0) return []
    const rows = await this.#db.read(sql`
      SELECT c."createdAt", c."nameKey", CASE WHEN ${commentStands} THEN 1 ELSE 0 END AS "visible"
      FROM "comment" c
      WHERE c."addressKey" IN (${join(addressKeys)}) AND c."articleId" = ${articleId} AND c."guestId" IS NOT NULL
        AND c."createdAt" > ${since}
      ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${TRACES}`)
    return rows.map((row) => ({
      at: integer(row, 'createdAt'),
      nameKey: text(row, 'nameKey'),
      visible: integer(row, 'visible') === 1,
    }))
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
