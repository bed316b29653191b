import type { Article, PublicArticle } from '../../../lib/articles/article'
import type { ArticleReader, CommentablePiece, SlugMeaning } from '../../../lib/articles/article-reader'
import type { Instant } from '../../../lib/kernel/clock'
import { cardOf, isPublic, tagsOf } from './memory-public'
import type { MemoryTables } from './memory-tables'

export class MemoryArticleReader implements ArticleReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async commentable(slug: string, now: Instant): Promise<CommentablePiece | null> {
    const { slugHistory, articles } = this.#tables
    const piece = this.#bySlug(slug) ?? articles.get(slugHistory.get(slug) ?? '')
    if (!piece || !isPublic(piece, now)) return null
    const { id, commentMode, commentsCloseAt, publishedAt, liveRevisionId } = piece
    const live = this.#tables.articleRevisions.get(liveRevisionId ?? '')
    if (!live || publishedAt === null) return null
    return { id, commentMode, commentsCloseAt, publishedAt, language: live.language }
  }

  async nextChange(now: Instant): Promise<Instant | null> {
    const moments = [...this.#tables.articles.values()]
      .flatMap(({ status, publishedAt, unpublishAt, pinnedUntil }) => [
        status === 'published' ? publishedAt : null,
        unpublishAt,
        pinnedUntil,
      ])
      .filter((at) => at !== null && at > now)
    return moments.length === 0 ? null : Math.min(...moments.map(Number))
  }

  async meaningOf(slug: string, now: Instant): Promise<SlugMeaning> {
    const current = this.#bySlug(slug)
    if (current) {
      if (isPublic(current, now)) return { kind: 'public', articleId: current.id, of: current.kind }
      const was = current.addressPublicAt !== null && current.addressPublicAt <= now
      return was ? { kind: 'gone', of: current.kind } : { kind: 'missing' }
    }
    const former = this.#tables.articles.get(this.#tables.slugHistory.get(slug) ?? '')
    if (!former) return { kind: 'missing' }
    const of = former.kind
    return isPublic(former, now) ? { kind: 'moved', slug: former.slug, of } : { kind: 'gone', of }
  }

  async read(slug: string, now: Instant): Promise<PublicArticle | null> {
    return this.#publish(this.#bySlug(slug), now)
  }

  async readById(articleId: string, now: Instant): Promise<PublicArticle | null> {
    return this.#publish(this.#tables.articles.get(articleId), now)
  }

  async readAll(articleIds: readonly string[], now: Instant): Promise<readonly PublicArticle[]> {
    return articleIds.flatMap((id) => this.#publish(this.#tables.articles.get(id), now) ?? [])
  }

  #bySlug(slug: string): Article | undefined {
    return [...this.#tables.articles.values()].find((article) => article.slug === slug)
  }

  #publish(article: Article | undefined, now: Instant): PublicArticle | null {
    if (!article || !isPublic(article, now)) return null
    const live = this.#tables.articleRevisions.get(article.liveRevisionId ?? '')
    const card = cardOf(this.#tables, article, now)
    if (!live || !card) return null
    const { id, commentMode, commentsCloseAt } = article
    const { html, plainText, listing, notes, canonicalUrl } = live
    const updatedAt = article.liveAt ?? live.createdAt
    return {
      ...card,
      ...{ html, plainText, listing, updatedAt, notes, canonicalUrl, commentMode, commentsCloseAt },
      tags: tagsOf(this.#tables, id),
    }
  }
}
