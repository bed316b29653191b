import { z } from 'zod'
import type { Wish } from '../comments/subscription'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { isLinkKey, opensStop } from './mail-links'
import type { WishRecord } from './wish-store'

export const stopMailsInput = z.strictObject({
  id: z.string().max(100),
  key: z.string().max(200),
  /** Everything to the address, not this wish alone. */
  everything: z.boolean(),
})

type Deps = Pick<Ports, 'wishStore' | 'secrets' | 'clock'>
type LinkKey = Pick<z.infer<typeof stopMailsInput>, 'id' | 'key'>

/** What the page of a link to unsubscribe shows. */
export interface StopView {
  readonly wish: Wish
  /** Whether such mails still come. */
  readonly active: boolean
  /** How many wishes the address has in all. */
  readonly activeInAll: number
  readonly piece: WishRecord['piece']
}

const findWish = async (deps: Deps, link: LinkKey): Promise<WishRecord | null> => {
  if (!isLinkKey(link)) return null
  const wish = await deps.wishStore.find(link.id, deps.clock.now())
  return wish && opensStop(deps.secrets, wish, link.key) ? wish : null
}

/** Looks, and changes nothing. Null for a link that is wrong or about something that is gone. */
export const openStop = async (deps: Deps, link: LinkKey): Promise<StopView | null> => {
  const wish = await findWish(deps, link)
  if (!wish) return null
  const activeInAll = await deps.wishStore.countActive(wish.emailKey)
  return { wish: wish.kind, active: wish.endedAt === null, activeInAll, piece: wish.piece }
}

/** Ends these mails, at once. The link of a mail is enough: no sign-in, no question. Twice is as good as once. */
export const stopMails = async (
  deps: Deps,
  { everything, ...link }: z.infer<typeof stopMailsInput>,
): Promise<Result<void>> => {
  const wish = await findWish(deps, link)
  if (!wish)
    return fail('not-found', 'This link is wrong, or what it was about is gone: no such mail is sent.')
  const which = everything ? { emailKey: wish.emailKey } : { subscriptionId: wish.id }
  await deps.wishStore.end(which, deps.clock.now())
  return ok(undefined)
}
