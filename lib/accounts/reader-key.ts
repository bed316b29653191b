import type { Actor } from '../kernel/actor'
import type { PersonKey } from './person-key'

/**
 * Who counts as one reader, for what everybody may do once: the account, or the guest of this device. Null for
 * somebody who is neither yet.
 */
export const readerKey = (actor: Actor): PersonKey | null => {
  if (actor.kind === 'user') return `user:${actor.userId}`
  return actor.kind === 'guest' ? `guest:${actor.guestId}` : null
}
