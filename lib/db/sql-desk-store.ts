import type {
  DeskNote,
  DeskPiece,
  DeskStore,
  DeskWriter,
  PieceQuestion,
  RepliesChange,
} from '../moderation/desk-store'
import { integer, text } from './cells'
import { languagesIn } from './languages-in'
import { type Row, type Sql, join, sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'

const PIECES_MAX = 2_000
const NOTES_MAX = 500

export class SqlDeskStore implements DeskStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async pieces(question: PieceQuestion): Promise<readonly DeskPiece[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT a."id", a."slug", r."title" FROM "article" a
      JOIN "article_revision" r ON r."id" = COALESCE(a."liveRevisionId", a."draftRevisionId")
      WHERE ${means(question)} ORDER BY a."createdAt" DESC, a."id" DESC LIMIT ${PIECES_MAX}`)
    return rows.map(readPiece)
  }

  /** A jump along the index for each of them: how many pieces they have costs nothing. */
  async writers(limit: number): Promise<readonly DeskWriter[]> {
    const rows = await this.#tools.db.read(sql`
      WITH RECURSIVE known("id") AS (
        SELECT min("userId") FROM "byline"
        UNION ALL
        SELECT (SELECT min(b."userId") FROM "byline" b WHERE b."userId" > known."id")
        FROM known WHERE known."id" IS NOT NULL)
      SELECT u."slug", u."name" FROM known JOIN "user" u ON u."id" = known."id"
      ORDER BY u."name", u."id" LIMIT ${limit}`)
    return rows.map((row) => ({ slug: text(row, 'slug'), name: text(row, 'name') }))
  }

  languages(): Promise<readonly string[]> {
    return languagesIn(this.#tools.db, sql`"article"`)
  }

  async watch(userId: string, articleId: string, on: boolean): Promise<void> {
    const now = this.#tools.clock.now()
    await this.#tools.db.transaction((tx) =>
      tx.run(
        on
          ? sql`INSERT INTO "watch" ("userId", "articleId", "createdAt") VALUES (${userId}, ${articleId}, ${now})
              ON CONFLICT ("userId", "articleId") DO NOTHING`
          : sql`DELETE FROM "watch" WHERE "userId" = ${userId} AND "articleId" = ${articleId}`,
      ),
    )
  }

  async addNote({ id, commentId, userId, body, createdAt }: Omit<DeskNote, 'userName'>): Promise<boolean> {
    const written = await this.#tools.db.transaction((tx) =>
      tx.run(sql`
        INSERT INTO "desk_note" ("id", "commentId", "userId", "body", "createdAt")
        SELECT ${id}, c."id", ${userId}, ${body}, CAST(${createdAt} AS BIGINT) FROM "comment" c
        WHERE c."id" = ${commentId}`),
    )
    return written > 0
  }

  async notesOn(commentIds: readonly string[]): Promise<readonly DeskNote[]> {
    if (commentIds.length === 0) return []
    const rows = await this.#tools.db.read(sql`
      SELECT n."id", n."commentId", n."userId", n."body", n."createdAt", COALESCE(u."name", '') AS "userName"
      FROM "desk_note" n LEFT JOIN "user" u ON u."id" = n."userId"
      WHERE n."commentId" IN (${join([...commentIds])}) ORDER BY n."id" LIMIT ${NOTES_MAX}`)
    return rows.map(readNote)
  }

  async setReplies({ commentId, closedAt, audit, effects }: RepliesChange): Promise<boolean> {
    const isOtherwise =
      closedAt === null ? sql`"repliesClosedAt" IS NOT NULL` : sql`"repliesClosedAt" IS NULL`
    return this.#tools.db.transaction(async (tx) => {
      const written = await tx.run(sql`
        UPDATE "comment" SET "repliesClosedAt" = ${closedAt} WHERE "id" = ${commentId} AND ${isOtherwise}`)
      if (written > 0) await leaveTraces(tx, this.#tools, { audit, effects })
      return written > 0
    })
  }
}

const means = (question: PieceQuestion): Sql => {
  if ('slug' in question) {
    const { slug } = question
    return sql`a."id" IN (
      SELECT "id" FROM "article" WHERE "slug" = ${slug}
      UNION SELECT "articleId" FROM "slug_history" WHERE "slug" = ${slug})`
  }
  return 'writer' in question
    ? sql`a."id" IN (
        SELECT b."articleId" FROM "byline" b JOIN "user" u ON u."id" = b."userId" WHERE u."slug" = ${question.writer})`
    : sql`a."id" IN (SELECT "articleId" FROM "watch" WHERE "userId" = ${question.watchedBy})`
}

const readPiece = (row: Row): DeskPiece => ({
  id: text(row, 'id'),
  slug: text(row, 'slug'),
  title: text(row, 'title'),
})

const readNote = (row: Row): DeskNote => ({
  id: text(row, 'id'),
  commentId: text(row, 'commentId'),
  userId: text(row, 'userId'),
  userName: text(row, 'userName'),
  body: text(row, 'body'),
  createdAt: integer(row, 'createdAt'),
})
