import { type Instant, MINUTE } from '../../kernel/clock'
import { ID_PATTERN } from '../../kernel/ids'
import type { Ports } from '../../ports'
import type { User } from '../account-store'

/** How long somebody may look for their phone. */
export const TICKET_LIFE = 10 * MINUTE

type Deps = Pick<Ports, 'secrets' | 'clock'>

/** Whoever holds it has typed the password; another password makes it worthless. */
const parts = (user: User, until: Instant, nonce: string) =>
  [user.id, String(until), nonce, user.passwordHash ?? ''] as const

/** A signed note that the password was right: good for the second step alone, and not for long. */
export const printTicket = ({ secrets, clock, ids }: Deps & Pick<Ports, 'ids'>, user: User): string => {
  const [until, nonce] = [clock.now() + TICKET_LIFE, ids.random()]
  return [user.id, until, nonce, secrets.mac('sign-in-ticket', ...parts(user, until, nonce))].join('.')
}

/** Whose it is; null for one that is over, or none of ours. */
export const readTicket = async (
  { secrets, clock, accountStore }: Deps & Pick<Ports, 'accountStore'>,
  ticket: string,
): Promise<User | null> => {
  const [userId = '', until = '', nonce = '', mac = ''] = ticket.split('.')
  // Anybody may send anything as a cookie; not every database takes every letter.
  const user = ID_PATTERN.test(userId) ? await accountStore.findUser(userId) : null
  if (!user || !secrets.verify(mac, 'sign-in-ticket', ...parts(user, Number(until), nonce))) return null
  return Number(until) > clock.now() ? user : null
}

/** Opens one session and no second one, whatever codes come with it. */
export const useTicket = async (
  { secondStepStore, secrets, ids, clock }: Deps & Pick<Ports, 'secondStepStore' | 'ids'>,
  ticket: string,
): Promise<boolean> =>
  secondStepStore.useTicket({
    ...{ id: ids.random(), hash: secrets.hash(ticket) },
    ...{ at: clock.now(), until: clock.now() + TICKET_LIFE },
  })
