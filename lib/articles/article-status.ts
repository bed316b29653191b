import { type Result, fail, ok } from '../kernel/result'

export const ARTICLE_STATUSES = ['draft', 'published', 'unpublished', 'trashed'] as const
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number]

export type ArticleMove = 'publish' | 'update' | 'unpublish' | 'trash' | 'restore'

/** The one table of moves. A move that is not in it is a conflict, never a crash. */
const ARTICLE_MOVES: Readonly<Record<ArticleStatus, Partial<Record<ArticleMove, ArticleStatus>>>> = {
  draft: { publish: 'published', trash: 'trashed' },
  published: { update: 'published', unpublish: 'unpublished', trash: 'trashed' },
  unpublished: { publish: 'published', trash: 'trashed' },
  trashed: { restore: 'draft' },
}

/** Statuses whose text may be edited. */
export const EDITABLE: ReadonlySet<ArticleStatus> = new Set(['draft', 'published', 'unpublished'])

/** Statuses a reader may meet, from `publishedAt` on. */
export const PUBLIC: ReadonlySet<ArticleStatus> = new Set(['published'])

export const articleMoves = (status: ArticleStatus): readonly ArticleMove[] =>
  Object.keys(ARTICLE_MOVES[status]) as ArticleMove[]

/** The status after a move, or `conflict` when the table has no such move. */
export const moveArticle = (status: ArticleStatus, move: ArticleMove): Result<ArticleStatus> => {
  const next = ARTICLE_MOVES[status][move]
  return next
    ? ok(next)
    : fail(
        'conflict',
        `This piece is ${status}, so it cannot be changed this way. Reload the page to see its state.`,
      )
}
