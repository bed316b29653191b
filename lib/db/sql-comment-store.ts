import type { CommentRecord } from '../comments/comment'
import { COMMENT_STATUSES } from '../comments/comment-status'
import type {
  CommentChange,
  CommentStore,
  Decision,
  NearText,
  NewComment,
  Opinion,
} from '../comments/comment-store'
import type { DeskFacts } from '../comments/desk-facts'
import type { Instant } from '../kernel/clock'
import { Aftermath, applyChange } from './apply-change'
import { applyChanges } from './apply-changes'
import { integer, oneOf, text, textOrNull } from './cells'
import { COMMENT_COLUMNS, DECISION_COLUMNS, DECISION_TABLES, readComment, readDecision } from './comment-rows'
import { readRecords } from './comment-records'
import { type Insertion, insertSubmission } from './insert-submission'
import { BAND_COLUMNS, NearFilter } from './near-filter'
import { opinionsOn } from './queue-facts'
import { type Row, type Sql, join, sql } from './sql'
import type { StoreTools } from './store-tools'

const SAME_TEXT_MAX = 20
const NEAR_PER_BAND = 6

export class SqlCommentStore implements CommentStore {
  readonly #tools: StoreTools

  /** PostgreSQL is written to by several servers, and has no order in which rows came. */
  readonly #near: NearFilter | null

  constructor(tools: StoreTools) {
    this.#tools = tools
    this.#near = tools.db.provider === 'sqlite' ? new NearFilter(tools.db) : null
  }

  async insert(submission: NewComment): ReturnType<CommentStore['insert']> {
    const { db } = this.#tools
    const { submissionKey } = submission.comment
    try {
      const outcome = await this.#insert(submission)
      if (outcome !== 'repeat') return { kind: outcome }
    } catch (error) {
      // Two copies at once: the unique key let one through, and this is the other.
      if (!db.dialect.isUniqueViolation(error)) throw error
      if ((await this.findBySubmissionKeys([submissionKey])).length === 0) throw error
    }
    const [record] = await this.findBySubmissionKeys([submissionKey])
    if (!record) throw new Error('A repeated comment has vanished.')
    return { kind: 'repeat', record }
  }

  async find(commentId: string): Promise<CommentRecord | null> {
    const [record] = await this.#where(sql`c."id" = ${commentId}`)
    return record ?? null
  }

  async findBySubmissionKeys(keys: readonly string[]): Promise<readonly CommentRecord[]> {
    const records = await this.#where(sql`c."submissionKey" IN (${join([...keys])})`)
    return keys.flatMap((key) => records.find(({ comment }) => comment.submissionKey === key) ?? [])
  }

  async apply(change: CommentChange): Promise<boolean> {
    const { db } = this.#tools
    try {
      return await db.transaction(async (tx) => {
        const aftermath = new Aftermath()
        const made = await applyChange(tx, this.#tools, change, aftermath)
        await aftermath.settle(tx, db.dialect)
        return made
      })
    } catch (error) {
      // The decision was undone in the same moment: its undoesId is unique.
      if (change.decision?.undoesId && db.dialect.isUniqueViolation(error)) return false
      throw error
    }
  }

  async applyAll(changes: readonly CommentChange[]): Promise<ReadonlySet<string>> {
    if (changes.length === 0) return new Set()
    const { db } = this.#tools
    return db.largeTransaction(async (tx) => {
      const aftermath = new Aftermath()
      const made = await applyChanges(tx, this.#tools, changes, aftermath)
      await aftermath.settle(tx, db.dialect)
      return made
    })
  }

  async findAll(commentIds: readonly string[]): Promise<readonly CommentRecord[]> {
    const ids = this.#tools.db.dialect.elements(JSON.stringify(commentIds.map((id) => [id])))
    return commentIds.length === 0 ? [] : this.#where(sql`c."id" IN (SELECT j.value ->> 0 FROM ${ids})`)
  }

  async opinionsOn(revisionId: string): Promise<readonly Opinion[]> {
    return (await opinionsOn(this.#tools.db, [revisionId])).get(revisionId) ?? []
  }

  async findDecision(decisionId: string): Promise<Decision | null> {
    const [row] = await this.#tools.db.read(sql`
      SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE e."id" = ${decisionId}`)
    return row ? readDecision(row) : null
  }

  async decisionsOn(commentId: string): Promise<readonly Decision[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE c."id" = ${commentId} ORDER BY e."id"`)
    return rows.map(readDecision)
  }

  async decisionsOnAll(commentIds: readonly string[]): Promise<ReadonlyMap<string, readonly Decision[]>> {
    if (commentIds.length === 0) return new Map()
    const ids = this.#tools.db.dialect.elements(JSON.stringify(commentIds.map((id) => [id])))
    const rows = await this.#tools.db.read(sql`
      SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES}
      WHERE c."id" IN (SELECT j.value ->> 0 FROM ${ids}) ORDER BY e."id"`)
    const found = new Map<string, Decision[]>()
    for (const decision of rows.map(readDecision)) {
      const one = found.get(decision.commentId)
      if (one) one.push(decision)
      else found.set(decision.commentId, [decision])
    }
    return found
  }

  async decisionsInBatch(batchId: string): Promise<readonly Decision[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE e."batchId" = ${batchId} ORDER BY e."id" DESC`)
    return rows.map(readDecision)
  }

  async nearTexts(
    bands: NonNullable<DeskFacts['bands']>,
    since: Instant,
    isWanted: (body: string) => boolean = () => true,
  ): Promise<readonly NearText[]> {
    const { db } = this.#tools
    const meeting = this.#near ? await this.#near.meeting(bands) : new Set(bands)
    // Who meets anybody mostly does so in one band. Each that is asked for is an index, nothing to sort and no more.
    const among = BAND_COLUMNS.flatMap((column, n) => {
      const band = bands[n]
      if (band === undefined || !meeting.has(band)) return []
      return sql`SELECT * FROM (
        SELECT "id", "commentId", "body", "createdAt" FROM "comment_revision"
        WHERE ${column} = ${band} AND "createdAt" >= ${since}
        ORDER BY ${column} DESC, "createdAt" DESC LIMIT ${NEAR_PER_BAND}) near`
    })
    if (among.length === 0) return []
    const met = await db.read(join(among, ' UNION ALL '))
    // A text may meet in several bands.
    const texts = new Map(met.map((row) => [text(row, 'id'), row]))
    const wanted = [...texts.values()].filter((row) => isWanted(text(row, 'body'))).sort(isNewer)
    return wanted.length === 0 ? [] : this.#standing(wanted)
  }

  async sameText(fingerprint: string, since: Instant): Promise<readonly CommentRecord[]> {
    const same = sql`"fingerprint" = ${fingerprint} AND "createdAt" >= ${since}`
    // Hardly any text was written before, and grouping nothing still costs thirty times the look into the index.
    const some = await this.#tools.db.read(sql`SELECT 1 FROM "comment_revision" WHERE ${same} LIMIT 1`)
    if (some.length === 0) return []
    const rows = await this.#tools.db.read(sql`
      SELECT ${COMMENT_COLUMNS} FROM "comment" c JOIN (
        SELECT "commentId", max("createdAt") AS "seenAt", max("id") AS "seenId" FROM "comment_revision"
        WHERE ${same}
        GROUP BY "commentId") s ON s."commentId" = c."id"
      ORDER BY s."seenAt" DESC, s."seenId" DESC LIMIT ${SAME_TEXT_MAX}`)
    return readRecords(this.#tools.db, rows.map(readComment))
  }

  #insert(submission: NewComment): Promise<Insertion> {
    const { db, clock, ids } = this.#tools
    if (db.commentWriter) return db.commentWriter.insert(submission, clock.now())
    return db.transaction((tx) => insertSubmission(tx, { dialect: db.dialect, clock, ids }, submission))
  }

  /** Hardly any of the texts that meet are near, and the comment of each is on pages of its own: only theirs are read. */
  async #standing(texts: readonly Row[]): Promise<readonly NearText[]> {
    const ids = [...new Set(texts.map((row) => text(row, 'commentId')))]
    const rows = await this.#tools.db.read(
      sql`SELECT "id", "floodId", "status" FROM "comment" WHERE "id" IN (${join(ids)})`,
    )
    const comments = new Map(rows.map((row) => [text(row, 'id'), row]))
    return texts.flatMap((found) => {
      const comment = comments.get(text(found, 'commentId'))
      return comment ? [readNearText(comment, text(found, 'body'))] : []
    })
  }

  async #where(condition: Sql): Promise<readonly CommentRecord[]> {
    const rows = await this.#tools.db.read(sql`SELECT ${COMMENT_COLUMNS} FROM "comment" c WHERE ${condition}`)
    return readRecords(this.#tools.db, rows.map(readComment))
  }
}

const isNewer = (a: Row, b: Row): number =>
  integer(b, 'createdAt') - integer(a, 'createdAt') || (text(a, 'id') < text(b, 'id') ? 1 : -1)

const readNearText = (comment: Row, body: string): NearText => ({
  commentId: text(comment, 'id'),
  floodId: textOrNull(comment, 'floodId'),
  status: oneOf(comment, 'status', COMMENT_STATUSES),
  body,
})
