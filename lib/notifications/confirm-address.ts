import { z } from 'zod'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { isLinkKey, opensConfirmation } from './mail-links'
import type { WishRecord } from './wish-store'

export const confirmAddressInput = z.strictObject({
  id: z.string().max(100),
  until: z.string().max(20),
  key: z.string().max(200),
})
export type ConfirmAddressInput = z.infer<typeof confirmAddressInput>

type Deps = Pick<Ports, 'wishStore' | 'secrets' | 'clock'>

const DEAD_LINK = 'This link is wrong, or it is too old. Links that confirm an address work for seven days.'

/** What the page of a link to confirm shows. Nothing of the comment: the holder of the address may be a stranger to it. */
export interface ConfirmationView {
  readonly state: 'asked' | 'confirmed' | 'ended'
  readonly piece: WishRecord['piece']
}

const findWish = async (deps: Deps, { id, until, key }: ConfirmAddressInput): Promise<WishRecord | null> => {
  if (!isLinkKey({ id, key })) return null
  const now = deps.clock.now()
  const wish = await deps.wishStore.find(id, now)
  return wish && opensConfirmation(deps.secrets, wish, { key, until }, now) ? wish : null
}

/** Looks, and changes nothing. Null for a link that is wrong, too old, or about something that is gone. */
export const openConfirmation = async (
  deps: Deps,
  input: ConfirmAddressInput,
): Promise<ConfirmationView | null> => {
  const wish = await findWish(deps, input)
  if (!wish) return null
  const { piece, endedAt, confirmedAt } = wish
  return { piece, state: endedAt !== null ? 'ended' : confirmedAt === null ? 'asked' : 'confirmed' }
}

/** The holder of the address agrees: this wish, and what the same guest asked for with the same address. */
export const confirmAddress = async (deps: Deps, input: ConfirmAddressInput): Promise<Result<void>> => {
  const wish = await findWish(deps, input)
  if (!wish) return fail('not-found', DEAD_LINK)
  await deps.wishStore.confirm(wish.id, deps.clock.now())
  return ok(undefined)
}
