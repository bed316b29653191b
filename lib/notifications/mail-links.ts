import { DAY, type Instant } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import type { Secrets } from '../kernel/secrets'
import type { Subscription } from '../comments/subscription'

/** How long a question can be answered (ms). */
export const CONFIRM_WITHIN = 7 * DAY

type Asked = Pick<Subscription, 'id' | 'emailKey'>

const CONFIRM = 'mail-confirm'
const STOP = 'mail-stop'

/** What the address of such a link holds. */
export interface LinkKey {
  readonly id: string
  readonly key: string
}

/** Site-relative: a page whose button confirms. Bound to the wish, its address and an end. */
export const confirmPath = (secrets: Pick<Secrets, 'mac'>, { id, emailKey }: Asked, until: Instant): string =>
  `/confirm?id=${id}&until=${until}&key=${secrets.mac(CONFIRM, id, emailKey, String(until))}`

/** Whether the key was made by `confirmPath` for this wish, and is still good. */
export const opensConfirmation = (
  secrets: Pick<Secrets, 'verify'>,
  { id, emailKey }: Asked,
  { key, until }: { readonly key: string; readonly until: string },
  now: Instant,
): boolean =>
  /^\d{1,15}$/.test(until) && Number(until) > now && secrets.verify(key, CONFIRM, id, emailKey, until)

/**
 * Site-relative: a page whose buttons end such mails. It works for ever: mails are kept for years. With `everything`
 * the one click of a mail program ends all mails to the address, as a digest is not about one wish.
 */
export const stopPath = (
  secrets: Pick<Secrets, 'mac'>,
  { id, emailKey }: Asked,
  { everything = false }: { readonly everything?: boolean } = {},
): string => `/unsubscribe?id=${id}&key=${secrets.mac(STOP, id, emailKey)}${everything ? '&all=1' : ''}`

/** Whether the key was made by `stopPath` for this wish. */
export const opensStop = (secrets: Pick<Secrets, 'verify'>, { id, emailKey }: Asked, key: string): boolean =>
  secrets.verify(key, STOP, id, emailKey)

/** Whether this may be looked up at all. */
export const isLinkKey = ({ id, key }: LinkKey): boolean => ID_PATTERN.test(id) && /^[\w-]{20,100}$/.test(key)
