import { type SignedIn, isStaff } from '../kernel/actor'
import type { Ports } from '../ports'
import type { User } from './account-store'
import { BARRING, type Measure, SIGNS_OUT } from './measure'

type Deps = Pick<Ports, 'measureStore' | 'clock'>

const standing = ({ measureStore, clock }: Deps, userId: string): Promise<readonly Measure[]> =>
  measureStore.standing([`user:${userId}`], clock.now())

const withMeasures = (actor: SignedIn, measures: readonly Measure[]): SignedIn =>
  measures.some(({ kind }) => BARRING.has(kind)) ? { ...actor, barred: true } : actor

/**
 * Somebody with an account as the policy knows them. Of the staff it is looked up whether a measure keeps them from taking
 * part, which takes the desk from them; a member has none.
 */
export const accountActor = async (
  deps: Deps,
  { id: userId, role, name }: Pick<User, 'id' | 'role' | 'name'>,
  sessionId: string,
): Promise<SignedIn> => {
  const actor: SignedIn = { kind: 'user', userId, role, name, sessionId }
  return isStaff(actor) ? withMeasures(actor, await standing(deps, userId)) : actor
}

/**
 * The same without a session, for what somebody left behind: a link they made, a mail they are due. Null for an account
 * that is gone, switched off or, by a ban, without a way in.
 */
export const absentActor = async (deps: Deps, user: User | null): Promise<SignedIn | null> => {
  if (!user || user.disabledAt !== null) return null
  const { id: userId, role, name } = user
  const measures = await standing(deps, userId)
  if (measures.some(({ kind }) => SIGNS_OUT.has(kind))) return null
  return withMeasures({ kind: 'user', userId, role, name, sessionId: '' }, measures)
}
