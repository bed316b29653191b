import { type SignedIn, isStaff } from '../kernel/actor'
import type { Ports } from '../ports'
import type { User } from './account-store'
import { BARRING } from './measure'

/**
 * Somebody with an account as the policy knows them. Of the staff it is looked up whether a measure keeps them from taking
 * part, which takes the desk from them; a member has none.
 */
export const accountActor = async (
  { measureStore, clock }: Pick<Ports, 'measureStore' | 'clock'>,
  { id: userId, role, name }: Pick<User, 'id' | 'role' | 'name'>,
  sessionId: string,
): Promise<SignedIn> => {
  const actor: SignedIn = { kind: 'user', userId, role, name, sessionId }
  if (!isStaff(actor)) return actor
  const measures = await measureStore.standing([`user:${userId}`], clock.now())
  return measures.some(({ kind }) => BARRING.has(kind)) ? { ...actor, barred: true } : actor
}
