import { z } from 'zod'
import { articlePath } from '../articles/article-path'
import type { Wish } from '../comments/subscription'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

type Deps = Pick<Ports, 'wishStore' | 'mailer' | 'clock'>

/** Mail somebody with an account has asked for. */
export interface WishView {
  readonly id: string
  readonly wish: Wish
  /** Null while the piece is not public. */
  readonly piece: { readonly path: string; readonly title: string } | null
}

export const stopWishInput = z.strictObject({ subscriptionId: z.string().regex(ID_PATTERN) })

const STRANGER = 'Please sign in to see which mails you get.'

/** What an account still asks for; null where mail is not set up, and nothing is to be said of it. */
export const listOwnWishes = async (
  deps: Deps,
  actor: Actor,
): Promise<Result<readonly WishView[] | null>> => {
  if (!can(actor, 'open.account') || actor.kind !== 'user') return fail('unauthenticated', STRANGER)
  if (!deps.mailer) return ok(null)
  const wishes = await deps.wishStore.activeOf(actor.userId, deps.clock.now())
  return ok(
    wishes.map(({ id, kind, piece }) => ({
      id,
      wish: kind,
      piece: piece && { path: articlePath(piece.slug), title: piece.title },
    })),
  )
}

/** Ends one of one's own; somebody else's is as unknown as one that never was. */
export const stopOwnWish = async (
  deps: Deps,
  actor: Actor,
  { subscriptionId }: z.infer<typeof stopWishInput>,
): Promise<Result<void>> => {
  if (!can(actor, 'open.account') || actor.kind !== 'user') return fail('unauthenticated', STRANGER)
  await deps.wishStore.end({ subscriptionId, userId: actor.userId }, deps.clock.now())
  return ok(undefined)
}
