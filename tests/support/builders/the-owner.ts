import type { Stet } from '../../../lib/compose'
import type { SignedIn } from '../../../lib/kernel/actor'
import { aClient } from './a-client'
import { must } from './must'

export interface OwnerFacts {
  readonly publicationName: string
  readonly name: string
  readonly email: string
  readonly password: string
}

const DEFAULTS: OwnerFacts = {
  publicationName: 'The Evening Pencil',
  name: 'Olive Owner',
  email: 'owner@pencil.example',
  password: 'the blue end and the red one',
}

/** Claims the publication, or finds the owner who did: pass the same facts (or none) every time. */
export const theOwner = async (stet: Stet, facts: Partial<OwnerFacts> = {}): Promise<SignedIn> => {
  const { publicationName, name, email, password } = { ...DEFAULTS, ...facts }
  const token = await stet.accounts.setupToken()
  if (token === null) {
    const found = await stet.ports.accountStore.findUserByEmailKey(email)
    if (!found) throw new Error(`The publication is claimed, and not by ${email}.`)
    return { kind: 'user', userId: found.id, role: found.role, name: found.name, sessionId: 'none' }
  }
  const form = { token, publicationName, name, email, password }
  const { userId, sessionId } = await must('claim', stet.accounts.claim(form, aClient()))
  return { kind: 'user', userId, role: 'owner', name, sessionId }
}
