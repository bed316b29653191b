import type { Stet } from '../../../lib/compose'
import type { Role, SignedIn } from '../../../lib/kernel/actor'
import { must } from './must'
import { theOwner } from './the-owner'

export interface UserFacts {
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly password: string
  /** Who adds the account; the owner by default. */
  readonly addedBy: SignedIn
}

/** An account of its own each time; a role (`moderator` by default), and what the test cares about. */
export const aUser = async (stet: Stet, facts: Partial<UserFacts> = {}): Promise<SignedIn> => {
  const addedBy = facts.addedBy ?? (await theOwner(stet))
  const role = facts.role ?? 'moderator'
  const mark = stet.ports.ids.random().slice(0, 8)
  const name = facts.name ?? `${role} ${mark}`
  const email = facts.email ?? `${role}.${mark}@pencil.example`
  const form = { name, email, role, ...(facts.password ? { password: facts.password } : {}) }
  const { userId } = await must(`create ${role}`, stet.accounts.createUser(addedBy, form))
  return { kind: 'user', userId, role, name, sessionId: 'none' }
}
