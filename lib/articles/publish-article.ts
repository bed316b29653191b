import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import { addressPublicFrom } from './address-public'
import { articleChanged, articleWillChange } from './article-effects'
import { piecePath } from './article-path'
import { PUBLIC, moveArticle, statusAt } from './article-status'
import { clearToPublish, overriddenIn } from './checklist'
import { findPiece, unsettled } from './find-piece'
import { liveTies } from './live-ties'
import { OUT_OF_DATE } from './out-of-date'

export const publishArticleInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  /** Why it is published although the checklist objects; it stands in the log. */
  reason: z.string().max(500).optional(),
})

/**
 * Makes the draft what readers see, for the first time or again, at once. The text readers see is frozen: later drafts
 * do not show until this is done again. Publishing what is already public is done already.
 */
export const publishArticle = async (
  deps: Pick<Ports, 'articleStore' | 'articleReader' | 'mediaStore' | 'clock'>,
  actor: Actor,
  { articleId, version, reason = '' }: z.infer<typeof publishArticleInput>,
): Promise<Result<{ version: number; path: string }>> => {
  const found = await findPiece(deps, actor, 'publish.article', articleId)
  if (!found.ok) return found
  const { piece } = found.value
  const { article, draft } = piece
  const now = deps.clock.now()
  const status = statusAt(article, now)
  const isPublic = PUBLIC.has(status)
  const moved = moveArticle(status, isPublic ? 'update' : 'publish')
  if (!moved.ok) return moved
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)
  const path = piecePath(article)
  if (isPublic && article.liveRevisionId === draft.id) return ok({ version, path })
  const clear = unsettled(piece) ?? (await clearToPublish(deps, piece, reason))
  if (!clear.ok) return clear

  const wasBefore = article.firstPublishedAt !== null && article.firstPublishedAt <= now
  const wasRead = article.liveRevisionId === draft.id && article.liveAt !== null && article.liveAt <= now
  const ties = await liveTies(deps, draft)
  if (!ties.ok) return ties
  const stored = await deps.articleStore.apply({
    articleId,
    expectVersion: version,
    set: {
      status: 'published',
      liveRevisionId: draft.id,
      // The same text comes back: what readers read has not changed.
      liveAt: wasRead ? article.liveAt : now,
      firstPublishedAt: wasBefore ? article.firstPublishedAt : now,
      addressPublicAt: addressPublicFrom(article, now, now),
      // A piece that comes back keeps its date; one that was to come later comes now.
      publishedAt: status === 'scheduled' ? now : (article.publishedAt ?? now),
      ...(status === 'unpublished' ? { unpublishAt: null, pinnedUntil: null } : {}),
      updatedAt: now,
    },
    ...ties.value,
    audit: {
      actor,
      action: isPublic ? 'update.article' : 'publish.article',
      subject: `article:${articleId}`,
      detail: { revision: draft.number, version: version + 1, ...overriddenIn(clear.value, reason) },
    },
    effects: [
      ...articleChanged(article, [article.slug]),
      ...articleWillChange(
        article,
        article.slug,
        [article.unpublishAt].filter((at) => Number(at) > now),
      ),
    ],
  })
  return stored === 'stored' ? ok({ version: version + 1, path }) : fail('conflict', OUT_OF_DATE)
}
