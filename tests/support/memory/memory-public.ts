import type { Article, Byline, PublicCard, Tag } from '../../../lib/articles/article'
import { statusAt } from '../../../lib/articles/article-status'
import type { Comment } from '../../../lib/comments/comment'
import { STUB } from '../../../lib/comments/comment-status'
import type { Instant } from '../../../lib/kernel/clock'
import { type ThreadNumbers, countNumbers } from '../thread-numbers'
import type { MemoryTables } from './memory-tables'

/** The reference for lib/db/visible.ts: what the public may see. */
export const isPublic = (article: Article | undefined, now: Instant): boolean =>
  article !== undefined &&
  statusAt(article, now) === 'published' &&
  article.liveRevisionId !== null &&
  article.publishedAt !== null

/** The same of what stands in lists. */
export const isListed = (article: Article | undefined, now: Instant): boolean =>
  isPublic(article, now) && article?.kind === 'piece'

export const isVisible = (tables: MemoryTables, comment: Comment, now: Instant): boolean =>
  comment.status === 'approved' &&
  comment.hiddenAncestors === 0 &&
  isPublic(tables.articles.get(comment.articleId), now)

/** Every comment below this one. */
export const descendants = (tables: MemoryTables, commentId: string): readonly Comment[] => {
  const found: Comment[] = []
  const open = [commentId]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const comment of tables.comments.values()) {
      if (comment.parentId !== id) continue
      found.push(comment)
      open.push(comment.id)
    }
  }
  return found
}

/** Removed or erased, with something visible below it (so it had been public itself). */
export const isStub = (tables: MemoryTables, comment: Comment, now: Instant): boolean =>
  STUB.has(comment.status) &&
  comment.hiddenAncestors === 0 &&
  descendants(tables, comment.id).some((below) => isVisible(tables, below, now))

export const countVisible = (tables: MemoryTables, articleId: string, now: Instant): number =>
  [...tables.comments.values()].filter(
    (comment) => comment.articleId === articleId && isVisible(tables, comment, now),
  ).length

export const bylinesOf = (tables: MemoryTables, articleId: string): readonly Byline[] =>
  (tables.bylines.get(articleId) ?? []).flatMap((userId) => {
    const user = tables.users.get(userId)
    return user ? [{ userId, name: user.name, slug: user.slug }] : []
  })

export const tagsOf = (tables: MemoryTables, articleId: string): readonly Tag[] =>
  (tables.articleTags.get(articleId) ?? []).map((slug) => ({ slug, name: tables.tags.get(slug) ?? '' }))

/** A public piece without its text. */
export const cardOf = (tables: MemoryTables, article: Article, now: Instant): PublicCard | null => {
  const live = tables.articleRevisions.get(article.liveRevisionId ?? '')
  if (!live || article.publishedAt === null) return null
  const { id, slug, kind, publishedAt } = article
  const { title, dek, kicker, cover, wordCount, language, direction } = live
  return {
    ...{ id, slug, kind, title, dek, kicker, cover, wordCount, language, direction, publishedAt },
    bylines: bylinesOf(tables, id),
    commentCount: countVisible(tables, id, now),
  }
}

/** What the databases keep, counted. */
export const numbersOf = (tables: MemoryTables, articleId: string): ThreadNumbers =>
  countNumbers(
    [...tables.comments.values()]
      .filter((comment) => comment.articleId === articleId)
      .map((comment) => ({ ...comment, recommends: tables.recommends.get(comment.id)?.size ?? 0 })),
  )
