import { z } from 'zod'
import { newGuest } from '../accounts/guests'
import type { Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import type { QueuedEffect } from '../kernel/effect'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { readerKey } from '../accounts/reader-key'
import { barredFrom } from './barred-from'
import { visibleComment } from './visible-comment'

export const recommendCommentInput = z.strictObject({
  commentId: z.string(),
  intent: z.enum(['give', 'take']),
})

/** What came of giving a recommend, or taking it back. */
export interface Recommended {
  readonly recommends: number
  /** Whether this reader recommends it now. */
  readonly given: boolean
  /** The secret for the cookie of a reader who was nobody before; null for everybody else. */
  readonly guestSecret: string | null
}

type Deps = Pick<
  Ports,
  'threadReader' | 'commentStore' | 'recommendStore' | 'measureStore' | 'limits' | 'clock' | 'ids' | 'secrets'
>

/**
 * One recommend per reader and comment, given or taken back; doing either twice is doing it once. Nobody needs an
 * account: an anonymous reader becomes a guest by giving their first.
 */
export const recommendComment = async (
  deps: Deps,
  actor: Actor,
  { commentId, intent }: z.infer<typeof recommendCommentInput>,
  { addressBlock }: ClientFacts,
): Promise<Result<Recommended>> => {
  const allowed = await deps.limits.take('recommend.burst', addressBlock)
  if (!allowed.ok) return allowed
  const visible = await visibleComment(deps, commentId)
  if (!visible.ok) return visible
  const { row, comment } = visible.value
  if (!can(actor, 'recommend.comment', comment)) {
    return fail('forbidden', 'This comment is your own. Recommending it is up to others.')
  }
  const barred = await barredFrom(deps, actor)
  if (barred) return barred
  const key = readerKey(actor)
  const given = intent === 'give'
  const isSo = (key !== null && (await deps.recommendStore.has({ commentId, readerKey: key }))) === given
  if (isSo) return ok({ recommends: row.recommends, given, guestSecret: null })

  const { articleId } = comment
  const effects: readonly QueuedEffect[] = [
    {
      key: `comment.recommended:${commentId}:${deps.ids.ordered()}`,
      effect: { kind: 'comment.recommended', commentId, articleId },
    },
  ]
  if (key !== null && !given) {
    const recommends = await deps.recommendStore.take({ commentId, readerKey: key, effects })
    return ok({ recommends, given, guestSecret: null })
  }
  const more = await deps.limits.take('recommend.comment', `${commentId} ${addressBlock}`)
  if (!more.ok) return more
  const newcomer = key === null ? newGuest(deps) : null
  const recommends = await deps.recommendStore.give({
    commentId,
    readerKey: key ?? `guest:${newcomer?.guest.id}`,
    guest: newcomer?.guest ?? null,
    createdAt: deps.clock.now(),
    effects,
  })
  return ok({ recommends, given, guestSecret: newcomer?.secret ?? null })
}
