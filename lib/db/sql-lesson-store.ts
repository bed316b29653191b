import type { Instant } from '../kernel/clock'
import type { Lesson, LessonStore, Outcome, Snapshot } from '../moderation/learner/lesson-store'
import { integer, oneOf, text, textOrNull } from './cells'
import { type Row, join, sql } from './sql'
import type { StoreTools } from './store-tools'

/** Snapshots kept: some of them from before whatever may be undone. */
const KEPT = 10

/** Decisions `e` on comments `c` that teach: a person's, about somebody else's words, not undone. */
const TEACHES = sql`e."actorKind" = 'user' AND e."move" IN ('approve', 'spam')
  AND c."status" <> 'erased' AND (c."userId" IS NULL OR c."userId" <> e."userId")
  AND NOT EXISTS (SELECT 1 FROM "decision" u WHERE u."undoesId" = e."id")`

const isSpam = (row: Row): boolean => oneOf(row, 'move', ['approve', 'spam'] as const) === 'spam'

const readLesson = (row: Row): Lesson => ({
  id: text(row, 'id'),
  spam: isSpam(row),
  text: {
    body: text(row, 'body'),
    name: text(row, 'name'),
    member: textOrNull(row, 'userId') !== null,
    reply: textOrNull(row, 'parentId') !== null,
  },
})

export class SqlLessonStore implements LessonStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async idsAfter(position: string, limit: number): Promise<readonly string[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT e."id" FROM "decision" e JOIN "comment" c ON c."id" = e."commentId"
      WHERE e."id" > ${position} AND ${TEACHES} ORDER BY e."id" LIMIT ${limit}`)
    return rows.map((row) => text(row, 'id'))
  }

  async lessons(ids: readonly string[]): Promise<readonly Lesson[]> {
    if (ids.length === 0) return []
    const rows = await this.#tools.db.read(sql`
      SELECT e."id", e."move", r."body", c."name", c."userId", c."parentId"
      FROM "decision" e JOIN "comment" c ON c."id" = e."commentId" JOIN "comment_revision" r ON r."id" = e."revisionId"
      WHERE e."id" IN (${join([...ids])}) ORDER BY e."id"`)
    return rows.map(readLesson)
  }

  async countTo(position: string): Promise<number> {
    const [row] = await this.#tools.db.read(sql`
      SELECT count(*) AS "n" FROM "decision" e JOIN "comment" c ON c."id" = e."commentId"
      WHERE e."id" <= ${position} AND ${TEACHES}`)
    return row ? integer(row, 'n') : 0
  }

  async undoneAfter(undo: string): ReturnType<LessonStore['undoneAfter']> {
    const rows = await this.#tools.db.read(sql`
      SELECT "id", "undoesId" FROM "decision" WHERE "id" > ${undo} AND "undoesId" IS NOT NULL ORDER BY "id"`)
    const last = rows.at(-1)
    return { decisions: rows.map((row) => text(row, 'undoesId')), last: last ? text(last, 'id') : undo }
  }

  async snapshots(version: number): Promise<readonly Snapshot[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT "position", "version", "lessons", "weights" FROM "learner_snapshot" WHERE "version" = ${version}
      ORDER BY "position" DESC LIMIT ${KEPT}`)
    return rows.map((row) => ({
      position: text(row, 'position'),
      version: integer(row, 'version'),
      lessons: integer(row, 'lessons'),
      weights: text(row, 'weights'),
    }))
  }

  async keep({ position, version, lessons, weights }: Snapshot): Promise<void> {
    const { db, clock } = this.#tools
    await db.transaction(async (tx) => {
      await tx.run(sql`
        INSERT INTO "learner_snapshot" ("position", "version", "lessons", "weights", "createdAt")
        VALUES (${position}, ${version}, ${lessons}, ${weights}, ${clock.now()}) ON CONFLICT ("position") DO UPDATE
        SET "version" = ${version}, "lessons" = ${lessons}, "weights" = ${weights}`)
      await tx.run(sql`
        DELETE FROM "learner_snapshot" WHERE "position" NOT IN (
          SELECT "position" FROM "learner_snapshot" ORDER BY "position" DESC LIMIT ${KEPT})`)
    })
  }

  async dropFrom(position: string): Promise<void> {
    const { db } = this.#tools
    const some = await db.read(sql`SELECT 1 FROM "learner_snapshot" WHERE "position" >= ${position} LIMIT 1`)
    if (some.length === 0) return
    await db.transaction((tx) => tx.run(sql`DELETE FROM "learner_snapshot" WHERE "position" >= ${position}`))
  }

  async outcomes(since: Instant): Promise<readonly Outcome[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT d."score", d."move", d."probe", count(*) AS "decisions" FROM (
        SELECT c."spamScore" / 50 AS "score", e."move", COALESCE(c."spamProbe", 0) AS "probe"
        FROM "decision" e JOIN "comment" c ON c."id" = e."commentId"
        WHERE e."createdAt" >= ${since} AND c."spamScore" IS NOT NULL AND ${TEACHES}) d
      GROUP BY d."score", d."move", d."probe" ORDER BY d."score", d."move", d."probe"`)
    return rows.map((row) => ({
      score: integer(row, 'score') * 50,
      spam: isSpam(row),
      probe: integer(row, 'probe') === 1,
      decisions: integer(row, 'decisions'),
    }))
  }
}
