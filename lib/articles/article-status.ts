import type { Instant } from '../kernel/clock'
import { type Result, fail, ok } from '../kernel/result'

/** What a row says. Two more states follow from its moments, read against the clock: nothing has to happen in time. */
export const STORED_STATUSES = ['draft', 'review', 'published', 'unpublished', 'trashed'] as const
export type StoredStatus = (typeof STORED_STATUSES)[number]

export const ARTICLE_STATUSES = [
  'draft',
  'review',
  'scheduled',
  'published',
  'unpublished',
  'trashed',
] as const satisfies readonly (StoredStatus | 'scheduled')[]
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number]

export const ARTICLE_MOVES = [
  'submit',
  'return',
  'schedule',
  'unschedule',
  'publish',
  'update',
  'unpublish',
  'trash',
  'restore',
] as const
export type ArticleMove = (typeof ARTICLE_MOVES)[number]

/** The one table of moves. A move that is not in it is a conflict, never a crash. */
const TABLE: Readonly<Record<ArticleStatus, Partial<Record<ArticleMove, ArticleStatus>>>> = {
  draft: { submit: 'review', schedule: 'scheduled', publish: 'published', trash: 'trashed' },
  review: { return: 'draft', schedule: 'scheduled', publish: 'published', trash: 'trashed' },
  scheduled: { schedule: 'scheduled', unschedule: 'draft', publish: 'published', trash: 'trashed' },
  published: { update: 'published', unpublish: 'unpublished', trash: 'trashed' },
  unpublished: { submit: 'review', schedule: 'scheduled', publish: 'published', trash: 'trashed' },
  trashed: { restore: 'draft' },
}

/** Statuses whose text may be edited. */
export const EDITABLE: ReadonlySet<ArticleStatus> = new Set(
  ARTICLE_STATUSES.filter((status) => status !== 'trashed'),
)

/** Statuses a reader may meet. */
export const PUBLIC: ReadonlySet<ArticleStatus> = new Set(['published'])

/** Statuses in which a frozen text is, or will be, what readers see. */
export const FROZEN: ReadonlySet<ArticleStatus> = new Set(['published', 'scheduled'])

/** The moments that decide, with what the row says (lib/db/visible.ts says the same in SQL). */
export interface Moments {
  readonly status: StoredStatus
  readonly publishedAt: Instant | null
  readonly unpublishAt: Instant | null
}

/** What a piece is at a moment. */
export const statusAt = ({ status, publishedAt, unpublishAt }: Moments, now: Instant): ArticleStatus => {
  if (status !== 'published') return status
  if (unpublishAt !== null && unpublishAt <= now) return 'unpublished'
  return publishedAt !== null && publishedAt > now ? 'scheduled' : 'published'
}

/** What the row says of a piece that is to be this: to be published later is to be published, at a later moment. */
export const storedStatus = (status: ArticleStatus): StoredStatus =>
  status === 'scheduled' ? 'published' : status

/** The moves that lead anywhere from this state; who may make them is the policy's to say. */
export const articleMoves = (status: ArticleStatus): readonly ArticleMove[] =>
  ARTICLE_MOVES.filter((move) => TABLE[status][move] !== undefined)

/** As sentences say it. */
const SPOKEN: Readonly<Record<ArticleStatus, string>> = {
  draft: 'a draft',
  review: 'in review',
  scheduled: 'scheduled',
  published: 'published',
  unpublished: 'unpublished',
  trashed: 'trashed',
}

/** The status after a move, or `conflict` when the table has no such move. */
export const moveArticle = (status: ArticleStatus, move: ArticleMove): Result<ArticleStatus> => {
  const next = TABLE[status][move]
  return next
    ? ok(next)
    : fail(
        'conflict',
        `This piece is ${SPOKEN[status]}, so it cannot be changed this way. Reload the page to see its state.`,
      )
}
