import { z } from 'zod'
import type { Actor, SignedIn } from '../kernel/actor'
import { SECOND } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { ArticleRecord } from './article'
import type { ArticleLock } from './article-locks'
import { EDITABLE } from './article-status'
import { findPiece } from './find-piece'

export const holdArticleInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  /** The page that asks: its own random name. */
  holder: z.string().regex(/^[\w-]{8,64}$/),
  /** `look` changes nothing; `take` asks whoever writes to save and make room. */
  wish: z.enum(['hold', 'look', 'take', 'leave']),
})
type HoldArticleInput = z.infer<typeof holdArticleInput>

/** Who writes, for whoever asks. */
export interface LockView {
  /** `mine`: this page's. */
  readonly state: 'mine' | 'theirs' | 'free'
  /** Whoever writes; null where nobody does. */
  readonly by: { readonly name: string; /** Another page of oneself. */ readonly isYou: boolean } | null
  /** ISO 8601: since when. */
  readonly since: string | null
  /** Who asks this page to make room. */
  readonly wantedBy: string | null
}

/** A page in the background of a browser is heard of once a minute. */
const SILENT = 90 * SECOND
/** So long a page has to save what it holds before somebody else goes on. */
const UNANSWERED = 12 * SECOND

type Deps = Pick<Ports, 'articleStore' | 'articleLocks' | 'clock' | 'ids'>

const FREE: LockView = { state: 'free', by: null, since: null, wantedBy: null }

const view = (lock: ArticleLock | null, by: SignedIn, holder: string, now: number): LockView => {
  const isMine = lock?.holder === holder && lock.userId === by.userId
  if (!lock || (!isMine && lock.heardAt <= now - SILENT)) return FREE
  return {
    state: isMine ? 'mine' : 'theirs',
    by: { name: lock.name, isYou: lock.userId === by.userId },
    since: new Date(lock.takenAt).toISOString(),
    wantedBy: isMine ? (lock.wanted?.name ?? null) : null,
  }
}

/** What the one before had on the server stays among the revisions for ever, whatever the next one does to it. */
const keepBefore = async ({ articleStore, ids, clock }: Deps, { draft }: ArticleRecord): Promise<void> => {
  const now = clock.now()
  const { number: _, ...text } = draft
  await articleStore.keepRevision({
    ...{ ...text, id: ids.ordered(), kind: 'takeover', createdAt: now, savedAt: now },
  })
}

/**
 * A sign of life of a page in which a piece is written, and what it wishes. Taking over is asking: the page that holds
 * the piece saves what was typed and leaves; one that does not answer within twelve seconds is passed over, and what it
 * had saved is a revision that stays. Nobody is kept from saving by this: that is what versions are for.
 */
export const holdArticle = async (
  deps: Deps,
  actor: Actor,
  { articleId, holder, wish }: HoldArticleInput,
): Promise<Result<LockView>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const { piece, by } = found.value
  const { articleLocks: locks, clock } = deps
  const now = clock.now()
  if (wish === 'leave') {
    await locks.leave(articleId, holder)
    return ok(FREE)
  }
  const before = await locks.find(articleId)
  if (wish === 'look') return ok(view(before, by, holder, now))
  if (!EDITABLE.has(piece.article.status))
    return fail('conflict', 'This piece is in the trash. Restore it before you write.')

  const isTheirs = view(before, by, holder, now).state === 'theirs'
  if (wish === 'take' && isTheirs) {
    await locks.want(
      articleId,
      { by: holder, name: by.name, at: now },
      {
        actor: by,
        action: 'take-over.article',
        subject: `article:${articleId}`,
        detail: { from: before?.name ?? '' },
      },
    )
  }
  const held = await locks.hold(
    { articleId, userId: by.userId, holder, name: by.name, takenAt: now, heardAt: now },
    { silentSince: now - SILENT, unansweredSince: now - UNANSWERED },
  )
  if (held && before && before.holder !== holder && before.userId !== by.userId) await keepBefore(deps, piece)
  return ok(view(await locks.find(articleId), by, holder, now))
}
