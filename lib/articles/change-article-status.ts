import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import type { Article } from './article'
import { articleChanged } from './article-effects'
import { type ArticleStatus, PUBLIC, moveArticle, statusAt, storedStatus } from './article-status'
import type { ArticleChange } from './article-store'
import { findPiece, refuses } from './find-piece'
import { OUT_OF_DATE } from './out-of-date'

export const STATUS_CHANGES = ['submit', 'return', 'unschedule', 'unpublish', 'trash', 'restore'] as const

export const changeArticleStatusInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  move: z.enum(STATUS_CHANGES),
})

const NEEDS = {
  submit: 'edit.article',
  return: 'edit.article',
  unschedule: 'publish.article',
  unpublish: 'unpublish.article',
  trash: 'trash.article',
  restore: 'trash.article',
} as const

/** A piece that will not appear after all has never been public, unless it was before. */
const withoutSchedule = (
  { firstPublishedAt, addressPublicAt }: Article,
  now: Instant,
): ArticleChange['set'] => ({
  publishedAt: null,
  liveAt: null,
  ...(addressPublicAt !== null && addressPublicAt > now ? { addressPublicAt: null } : {}),
  ...(firstPublishedAt !== null && firstPublishedAt > now
    ? { firstPublishedAt: null, liveRevisionId: null }
    : {}),
})

const momentsAfter = (article: Article, from: ArticleStatus, to: ArticleStatus, now: Instant) => ({
  // What was planned for a piece that is public, or will be, is over with it.
  ...(from === 'published' || from === 'scheduled' ? { unpublishAt: null, pinnedUntil: null } : {}),
  ...(from === 'scheduled' ? withoutSchedule(article, now) : {}),
  ...(to === 'trashed' ? { trashedAt: now } : {}),
  ...(from === 'trashed' ? { trashedAt: null } : {}),
})

/**
 * Hands a piece to the editors or back to its writer, takes it off the schedule, off the page, into the trash, or out
 * of it again (as a draft). Its texts and its comments stay.
 */
export const changeArticleStatus = async (
  deps: Pick<Ports, 'articleStore' | 'clock'>,
  actor: Actor,
  { articleId, version, move }: z.infer<typeof changeArticleStatusInput>,
): Promise<Result<{ version: number }>> => {
  const found = await findPiece(deps, actor, NEEDS[move], articleId)
  if (!found.ok) return found
  const { piece } = found.value
  const { article } = piece
  const now = deps.clock.now()
  const status = statusAt(article, now)
  const wasPublic = PUBLIC.has(status)
  // Whoever trashes a public piece also takes it off the page, and needs to be allowed that; so does who unschedules.
  const also = { published: 'unpublish.article', scheduled: 'publish.article' } as const
  const refused =
    status === 'published' || status === 'scheduled' ? refuses(actor, also[status], piece) : null
  if (refused) return refused
  const moved = moveArticle(status, move)
  if (!moved.ok) return moved
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)

  const stored = await deps.articleStore.apply({
    articleId,
    expectVersion: version,
    set: {
      status: storedStatus(moved.value),
      updatedAt: now,
      ...momentsAfter(article, status, moved.value, now),
    },
    audit: {
      actor,
      action: `${move}.article`,
      subject: `article:${articleId}`,
      detail: { from: status, to: moved.value, version: version + 1 },
    },
    effects: wasPublic ? articleChanged(article, [article.slug]) : [],
  })
  return stored === 'stored' ? ok({ version: version + 1 }) : fail('conflict', OUT_OF_DATE)
}
