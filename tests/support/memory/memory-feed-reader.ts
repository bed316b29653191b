import type { CommentEntryRow, FeedReader, NewsRow, SitemapRow } from '../../../lib/feeds/feed-reader'
import type { Article, ArticleRevision } from '../../../lib/articles/article'
import type { Comment } from '../../../lib/comments/comment'
import type { Instant } from '../../../lib/kernel/clock'
import { isPublic, isVisible } from './memory-public'
import { type MemoryTables, byTime } from './memory-tables'

type Published = Article & { readonly publishedAt: Instant; readonly live: ArticleRevision }

const inTime = byTime<Pick<Comment, 'createdAt' | 'id'>>(
  (row) => row.createdAt,
  (row) => row.id,
)
const byDate = byTime<Published>(
  (piece) => piece.publishedAt,
  (piece) => piece.id,
)
const changedAt = ({ publishedAt, liveAt, live }: Published): Instant =>
  Math.max(publishedAt, liveAt ?? live.createdAt)

export class MemoryFeedReader implements FeedReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async comments(
    now: Instant,
    { articleId, limit }: Parameters<FeedReader['comments']>[1],
  ): Promise<readonly CommentEntryRow[]> {
    return [...this.#tables.comments.values()]
      .filter((comment) => articleId === null || comment.articleId === articleId)
      .filter((comment) => isVisible(this.#tables, comment, now))
      .sort((a, b) => inTime(b, a))
      .slice(0, limit)
      .flatMap((comment) => this.#entry(comment, now))
  }

  async sitemapParts(now: Instant, size: number): Promise<readonly Instant[]> {
    const pieces = this.#published(now)
    const parts: Instant[] = []
    for (let at = 0; at < pieces.length; at += size)
      parts.push(Math.max(...pieces.slice(at, at + size).map(changedAt)))
    return parts
  }

  async sitemapPart(
    now: Instant,
    { part, size }: Parameters<FeedReader['sitemapPart']>[1],
  ): Promise<readonly SitemapRow[]> {
    return this.#published(now)
      .slice(part * size, (part + 1) * size)
      .map((piece) => ({
        slug: piece.slug,
        kind: piece.kind,
        html: piece.live.html,
        cover: piece.live.cover,
        changedAt: changedAt(piece),
      }))
  }

  async news(now: Instant, { since, limit }: Parameters<FeedReader['news']>[1]): Promise<readonly NewsRow[]> {
    return this.#published(now)
      .filter(({ publishedAt, kind }) => publishedAt >= since && kind === 'piece')
      .reverse()
      .slice(0, limit)
      .map(({ slug, publishedAt, live: { title, language } }) => ({ slug, title, language, publishedAt }))
  }

  async document(articleId: string, now: Instant): ReturnType<FeedReader['document']> {
    const piece = this.#published(now).find(({ id }) => id === articleId)
    if (!piece) return null
    const { document, schemaVersion, plainText } = piece.live
    return { document, schemaVersion, plainText }
  }

  /** Oldest first. */
  #published(now: Instant): Published[] {
    return [...this.#tables.articles.values()]
      .flatMap((article) => {
        const live = this.#tables.articleRevisions.get(article.liveRevisionId ?? '')
        const { publishedAt } = article
        return live && publishedAt !== null && isPublic(article, now)
          ? [{ ...article, publishedAt, live }]
          : []
      })
      .sort(byDate)
  }

  #entry(comment: Comment, now: Instant): CommentEntryRow[] {
    const piece = this.#published(now).find(({ id }) => id === comment.articleId)
    const shown = this.#tables.commentRevisions.get(comment.approvedRevisionId ?? '')
    if (!piece || !shown) return []
    const parent = this.#tables.comments.get(comment.parentId ?? '')
    const { id, name, createdAt, editedAt } = comment
    return [
      {
        ...{ id, name, createdAt, body: shown.body },
        parentId: parent && isVisible(this.#tables, parent, now) ? parent.id : null,
        changedAt: Math.max(createdAt, editedAt ?? 0, ...this.#shownAt(id)),
        piece: {
          id: piece.id,
          slug: piece.slug,
          title: piece.live.title,
          language: piece.live.language,
        },
      },
    ]
  }

  /** When somebody decided to show it. */
  #shownAt(commentId: string): Instant[] {
    return [...this.#tables.decisions.values()]
      .filter((one) => one.commentId === commentId && one.to === 'approved')
      .filter(({ from, move }) => from !== 'approved' || move === 'approve')
      .map(({ createdAt }) => createdAt)
  }
}
