import type { ArticleRecord, ArticleRevision } from '../articles/article'
import type {
  ArticleChange,
  ArticleFilter,
  ArticleStore,
  ListOrder,
  NewArticle,
  RevisionLine,
} from '../articles/article-store'
import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import { inColumns } from './article-columns'
import { matching, ordered, pieces } from './article-matching'
import { readArticle, readArticleRevision, readByline, readRevisionLine } from './article-rows'
import { integer, text } from './cells'
import type { Prisma } from './generated/sqlite/client'
import { writeLiveFacts } from './live-facts'
import { touchesLanguage, writeLanguage } from './piece-language'
import { addRevision, rewriteRevision, writeRevision } from './revision-writes'
import { type StoreTools, leaveTraces, runnerOf } from './store-tools'
import { type Sql, empty, sql } from './sql'

const WITH_BYLINES = {
  bylines: { orderBy: { position: 'asc' }, include: { user: true } },
} as const satisfies Prisma.ArticleInclude

type Stored = Prisma.ArticleGetPayload<{ include: typeof WITH_BYLINES }>

export class PrismaArticleStore implements ArticleStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async insert({
    article,
    revision,
    bylineIds,
    audit,
    effects,
  }: NewArticle): Promise<'stored' | 'slug-taken'> {
    return this.#unlessSlugTaken(async (tx) => {
      if (await isTaken(tx, article.slug, article.id)) return 'slug-taken'
      await tx.article.create({
        data: {
          ...inColumns(article),
          ...{ id: article.id, slug: article.slug, kind: article.kind === 'piece' ? null : article.kind },
          ...{ status: article.status, version: article.version },
          ...{ draftRevisionId: article.draftRevisionId, createdById: article.createdById },
          ...{ createdAt: BigInt(article.createdAt), updatedAt: BigInt(article.updatedAt) },
        },
      })
      await writeRevision(tx, revision, revision.number)
      await writeBylines(tx, article.id, bylineIds)
      await writeLanguage(runnerOf(tx), article.id)
      await leaveTraces(runnerOf(tx), this.#tools, { audit, effects })
      return 'stored'
    })
  }

  async find(articleId: string): Promise<ArticleRecord | null> {
    const stored = await this.#tools.db.prisma.article.findUnique({
      where: { id: articleId },
      include: WITH_BYLINES,
    })
    const [record] = await this.#records(stored ? [stored] : [])
    return record ?? null
  }

  async apply(change: ArticleChange): Promise<'stored' | 'conflict' | 'slug-taken'> {
    const { articleId, expectVersion, set, revision, rewritten, retiredSlug } = change
    const { bylineIds, audit, effects } = change
    return this.#unlessSlugTaken(async (tx) => {
      const { count } = await tx.article.updateMany({
        where: { id: articleId, version: expectVersion },
        data: { version: { increment: 1 } },
      })
      if (count === 0) return 'conflict'
      if (set.slug !== undefined && (await isTaken(tx, set.slug, articleId))) throw new SlugTaken()
      await tx.article.update({ where: { id: articleId }, data: inColumns(set) })
      if (set.slug !== undefined) await takeBack(tx, set.slug, articleId)
      if (retiredSlug !== undefined) {
        const createdAt = BigInt(this.#tools.clock.now())
        await tx.slugHistory.create({ data: { slug: retiredSlug, articleId, createdAt } })
      }
      if (revision) await addRevision(tx, revision)
      if (rewritten) await rewriteRevision(tx, rewritten)
      if (bylineIds) await writeBylines(tx, articleId, bylineIds)
      await writeLiveFacts(runnerOf(tx), this.#tools.ids, change)
      if (touchesLanguage(change)) await writeLanguage(runnerOf(tx), articleId)
      await leaveTraces(runnerOf(tx), this.#tools, { audit, effects })
      return 'stored'
    })
  }

  async keepRevision(revision: Omit<ArticleRevision, 'number'>): Promise<void> {
    const { db } = this.#tools
    await db.prisma.$transaction(async (tx) => {
      // Whoever numbers a revision of this piece waits here (PostgreSQL; SQLite has one writer at a time).
      const { change } = db.dialect.locks
      await runnerOf(tx).all(sql`SELECT 1 FROM "article" WHERE "id" = ${revision.articleId} ${change}`)
      await addRevision(tx, revision)
    })
  }

  async findRevision(revisionId: string): Promise<ArticleRevision | null> {
    const row = await this.#tools.db.prisma.articleRevision.findUnique({ where: { id: revisionId } })
    return row && readArticleRevision({ ...row })
  }

  async list(
    filter: ArticleFilter,
    after: Cursor | null,
    limit: number,
    order: ListOrder = 'changed',
  ): Promise<readonly ArticleRecord[]> {
    const { beyond, by } = ordered(order, after)
    return this.#inOrder(sql`
      SELECT a."id" FROM ${pieces(filter)} WHERE ${matching(filter)} ${beyond}
      ${by} LIMIT ${limit + 1}`)
  }

  async count(filter: ArticleFilter): Promise<number> {
    const { db } = this.#tools
    const [row] = await db.read(sql`SELECT COUNT(*) AS "n" FROM ${pieces(filter)} WHERE ${matching(filter)}`)
    return row ? integer(row, 'n') : 0
  }

  async calendar(
    filter: ArticleFilter,
    { from, until }: { readonly from: Instant; readonly until: Instant },
    limit: number,
  ): Promise<readonly ArticleRecord[]> {
    return this.#inOrder(sql`
      SELECT a."id" FROM ${pieces(filter)}
      WHERE ${matching(filter)} AND ((a."publishedAt" >= ${from} AND a."publishedAt" < ${until})
        OR (a."unpublishAt" >= ${from} AND a."unpublishAt" < ${until}))
      ORDER BY a."publishedAt", a."id" LIMIT ${limit}`)
  }

  async revisions(articleId: string, below: number | null, limit: number): Promise<readonly RevisionLine[]> {
    const under = below === null ? empty : sql`AND r."number" < CAST(${below} AS INTEGER)`
    const rows = await this.#tools.db.read(sql`
      SELECT r."id", r."number", r."title", r."wordCount", r."authorId", r."createdAt", r."savedAt", r."kind",
        r."version", u."name" AS "authorName"
      FROM "article_revision" r JOIN "user" u ON u."id" = r."authorId"
      WHERE r."articleId" = ${articleId} ${under} ORDER BY r."number" DESC LIMIT ${limit + 1}`)
    return rows.map(readRevisionLine)
  }

  async ancestor(articleId: string, version: number): Promise<ArticleRevision | null> {
    const [row] = await this.#tools.db.read(sql`
      SELECT r."id" FROM "article_revision" r WHERE r."articleId" = ${articleId}
        AND r."kind" <> 'conflict' AND r."version" <= CAST(${version} AS INTEGER)
      ORDER BY r."number" DESC LIMIT 1`)
    return row ? this.findRevision(text(row, 'id')) : null
  }

  /** The pieces a query names, in its order. */
  async #inOrder(query: Sql): Promise<readonly ArticleRecord[]> {
    const ids = (await this.#tools.db.read(query)).map((row) => text(row, 'id'))
    const rows = await this.#tools.db.prisma.article.findMany({
      where: { id: { in: ids } },
      include: WITH_BYLINES,
    })
    const byId = new Map((await this.#records(rows)).map((record) => [record.article.id, record]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  /** Two pieces may ask for one address in the same moment: the unique column lets one through. */
  async #unlessSlugTaken<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T | 'slug-taken'> {
    const { db } = this.#tools
    try {
      return await db.prisma.$transaction(work)
    } catch (error) {
      if (error instanceof SlugTaken || db.dialect.isUniqueViolation(error)) return 'slug-taken'
      throw error
    }
  }

  async #records(rows: readonly Stored[]): Promise<readonly ArticleRecord[]> {
    const ids = rows.flatMap((row) => [row.draftRevisionId, row.liveRevisionId ?? []].flat())
    const revisions = await this.#tools.db.prisma.articleRevision.findMany({ where: { id: { in: ids } } })
    const byId = new Map(revisions.map((row) => [row.id, readArticleRevision({ ...row })]))
    return rows.flatMap((row) => {
      const draft = byId.get(row.draftRevisionId)
      const live = byId.get(row.liveRevisionId ?? '') ?? null
      const bylines = row.bylines.map(({ user }) => readByline({ ...user, userId: user.id }))
      return draft ? [{ article: readArticle({ ...row }), draft, live, bylines }] : []
    })
  }
}

/** Thrown to roll back: the version had been raised already. */
class SlugTaken extends Error {}

/** An address is taken by a piece that has it, and by one that had it. A piece may take back its own. */
const isTaken = async (tx: Prisma.TransactionClient, slug: string, articleId: string): Promise<boolean> => {
  const others = { slug, NOT: { id: articleId } }
  if ((await tx.article.count({ where: others })) > 0) return true
  return (await tx.slugHistory.count({ where: { slug, NOT: { articleId } } })) > 0
}

/** An address the piece had before is its own again, and as public as it was. */
const takeBack = async (tx: Prisma.TransactionClient, slug: string, articleId: string): Promise<void> => {
  const had = await tx.slugHistory.findFirst({ where: { slug, articleId } })
  if (!had) return
  await tx.slugHistory.delete({ where: { slug } })
  await tx.article.update({ where: { id: articleId }, data: { addressPublicAt: had.createdAt } })
}

const writeBylines = async (
  tx: Prisma.TransactionClient,
  articleId: string,
  userIds: readonly string[],
): Promise<void> => {
  await tx.byline.deleteMany({ where: { articleId } })
  for (const [position, userId] of userIds.entries()) {
    await tx.byline.create({ data: { articleId, userId, position } })
  }
}
