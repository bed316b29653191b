import type { ArticleRecord, ArticleRevision } from '../articles/article'
import type { ArticleChange, ArticleFilter, ArticleStore, NewArticle } from '../articles/article-store'
import type { Cursor } from '../kernel/paging'
import { inColumns, revisionColumns } from './article-columns'
import { readArticle, readArticleRevision, readByline } from './article-rows'
import type { Prisma } from './generated/sqlite/client'
import { writeLiveFacts } from './live-facts'
import { type StoreTools, leaveTraces, runnerOf } from './store-tools'
import { sql } from './sql'

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
          ...{ id: article.id, slug: article.slug, status: article.status, version: article.version },
          ...{ draftRevisionId: article.draftRevisionId, createdById: article.createdById },
          ...{ createdAt: BigInt(article.createdAt), updatedAt: BigInt(article.updatedAt) },
        },
      })
      await tx.articleRevision.create({ data: revisionColumns(revision, revision.number) })
      for (const [position, userId] of bylineIds.entries()) {
        await tx.byline.create({ data: { articleId: article.id, userId, position } })
      }
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
    const { articleId, expectVersion, set, revision, retiredSlug, audit, effects } = change
    return this.#unlessSlugTaken(async (tx) => {
      const { count } = await tx.article.updateMany({
        where: { id: articleId, version: expectVersion },
        data: { version: { increment: 1 } },
      })
      if (count === 0) return 'conflict'
      if (set.slug !== undefined && (await isTaken(tx, set.slug, articleId))) throw new SlugTaken()
      await tx.article.update({ where: { id: articleId }, data: inColumns(set) })
      if (set.slug !== undefined) await tx.slugHistory.deleteMany({ where: { slug: set.slug, articleId } })
      if (retiredSlug !== undefined) {
        const createdAt = BigInt(this.#tools.clock.now())
        await tx.slugHistory.create({ data: { slug: retiredSlug, articleId, createdAt } })
      }
      if (revision) await keep(tx, revision)
      await writeLiveFacts(runnerOf(tx), this.#tools.ids, change)
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
      await keep(tx, revision)
    })
  }

  async findRevision(revisionId: string): Promise<ArticleRevision | null> {
    const row = await this.#tools.db.prisma.articleRevision.findUnique({ where: { id: revisionId } })
    return row && readArticleRevision({ ...row })
  }

  async list(filter: ArticleFilter, after: Cursor | null, limit: number): Promise<readonly ArticleRecord[]> {
    const at = after && BigInt(after.at)
    const rows = await this.#tools.db.prisma.article.findMany({
      where: {
        AND: [
          matching(filter),
          at === null || after === null
            ? {}
            : { OR: [{ updatedAt: { lt: at } }, { updatedAt: at, id: { lt: after.id } }] },
        ],
      },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      include: WITH_BYLINES,
    })
    return this.#records(rows)
  }

  async count(filter: ArticleFilter): Promise<number> {
    return this.#tools.db.prisma.article.count({ where: matching(filter) })
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

const keep = async (
  tx: Prisma.TransactionClient,
  revision: Omit<ArticleRevision, 'number'>,
): Promise<void> => {
  const { articleId } = revision
  const { _max } = await tx.articleRevision.aggregate({ where: { articleId }, _max: { number: true } })
  await tx.articleRevision.create({ data: revisionColumns(revision, (_max.number ?? 0) + 1) })
}

const matching = ({ statuses, ofUser }: ArticleFilter): Prisma.ArticleWhereInput => ({
  status: { in: [...statuses] },
  ...(ofUser === undefined
    ? {}
    : { OR: [{ createdById: ofUser }, { bylines: { some: { userId: ofUser } } }] }),
})
