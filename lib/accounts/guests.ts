import type { Guest as GuestActor } from '../kernel/actor'
import type { Ports } from '../ports'
import type { Guest } from './account-store'

/** What `Secrets.fresh` makes; anything else is not looked up. */
const SECRET = /^[\w-]{22}$/

/** A new commenter without an account: the row to store, and the secret for their cookie (kept nowhere else). */
export const newGuest = ({
  ids,
  secrets,
  clock,
}: Pick<Ports, 'ids' | 'secrets' | 'clock'>): { guest: Guest; secret: string } => {
  const secret = secrets.fresh()
  return { guest: { id: ids.random(), keyHash: secrets.hash(secret), createdAt: clock.now() }, secret }
}

/** Who holds this guest secret, or null. */
export const findGuest = async (
  { accountStore, secrets }: Pick<Ports, 'accountStore' | 'secrets'>,
  secret: string,
): Promise<GuestActor | null> => {
  if (!SECRET.test(secret)) return null
  const guest = await accountStore.findGuestByKeyHash(secrets.hash(secret))
  return guest ? { kind: 'guest', guestId: guest.id } : null
}
