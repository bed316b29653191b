import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Instant, DAY } from '../kernel/clock'
import { invalidFields } from '../kernel/field-problems'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import { addressPublicFrom } from './address-public'
import { articleWillChange } from './article-effects'
import { moveArticle, statusAt, storedStatus } from './article-status'
import { clearToPublish, overriddenIn } from './checklist'
import { findPiece, unsettled } from './find-piece'
import { liveTies } from './live-ties'
import { OUT_OF_DATE } from './out-of-date'
import { readMoment, wallFields } from './read-moment'

export const scheduleArticleInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  ...wallFields,
  reason: z.string().max(500).optional(),
})

const LONGEST = 5 * 366 * DAY

const problemOf = (at: Instant, now: Instant): string | null => {
  if (at <= now) return 'This moment has passed. Choose a later one, or publish the piece now.'
  return at - now > LONGEST ? 'Choose a day within the next five years.' : null
}

/**
 * Freezes the draft and makes it public from that moment on. Nothing has to happen then: who reads asks the clock
 * (lib/db/visible.ts). What is told to others at that moment waits in the outbox from now on.
 */
export const scheduleArticle = async (
  deps: Pick<Ports, 'articleStore' | 'articleReader' | 'mediaStore' | 'clock'>,
  actor: Actor,
  { articleId, version, reason = '', ...wall }: z.infer<typeof scheduleArticleInput>,
): Promise<Result<{ version: number; at: Instant }>> => {
  const found = await findPiece(deps, actor, 'publish.article', articleId)
  if (!found.ok) return found
  const { piece } = found.value
  const { article, draft } = piece
  const now = deps.clock.now()
  const status = statusAt(article, now)
  const moved = moveArticle(status, 'schedule')
  if (!moved.ok) return moved
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)
  const moment = readMoment(wall)
  if (!moment.ok) return moment
  const at = moment.value
  const problem = problemOf(at, now)
  if (problem !== null) return invalidFields({ date: problem })
  const clear = unsettled(piece) ?? (await clearToPublish(deps, piece, reason))
  if (!clear.ok) return clear

  const ties = await liveTies(deps, draft)
  if (!ties.ok) return ties

  const wasPublic = article.firstPublishedAt !== null && article.firstPublishedAt <= now
  const stored = await deps.articleStore.apply({
    articleId,
    expectVersion: version,
    set: {
      status: storedStatus(moved.value),
      liveRevisionId: draft.id,
      liveAt: at,
      publishedAt: at,
      firstPublishedAt: wasPublic ? article.firstPublishedAt : at,
      addressPublicAt: addressPublicFrom(article, at, now),
      // One that was taken down by itself is not to be taken down before it is back.
      ...(article.unpublishAt !== null && article.unpublishAt <= at ? { unpublishAt: null } : {}),
      updatedAt: now,
    },
    ...ties.value,
    audit: {
      actor,
      action: 'schedule.article',
      subject: `article:${articleId}`,
      detail: {
        ...{ revision: draft.number, version: version + 1 },
        ...{ at: new Date(at).toISOString(), zone: wall.zone },
        ...overriddenIn(clear.value, reason),
      },
    },
    effects: articleWillChange(article, article.slug, [at]),
  })
  return stored === 'stored' ? ok({ version: version + 1, at }) : fail('conflict', OUT_OF_DATE)
}
