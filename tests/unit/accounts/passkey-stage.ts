import { createUser } from '../../../lib/accounts/create-user'
import { addPasskey, beginPasskey } from '../../../lib/accounts/passkeys/add-passkey'
import { askForPasskey } from '../../../lib/accounts/passkeys/ask-for-passkey'
import { signInWithPasskey } from '../../../lib/accounts/passkeys/sign-in-with-passkey'
import { signIn } from '../../../lib/accounts/sign-in'
import { ANONYMOUS, SYSTEM, type Role, type SignedIn } from '../../../lib/kernel/actor'
import { aClient } from '../../support/builders/a-client'
import type { MemoryPorts } from '../../support/memory/memory-ports'
import { value } from '../../support/people'
import { type SoftPasskey, makeSoftPasskey } from '../../support/soft-authenticator'

export const PASSWORD = 'ropes, knots and splices'
export const client = aClient()
export const nobody = { browser: null, ticket: null }

/** Signed in with their password. */
export const person = async (
  ports: MemoryPorts,
  role: Role = 'owner',
  email = 'ada@pencil.example',
): Promise<SignedIn> => {
  const { userId } = value(
    await createUser(ports, SYSTEM, { email, name: `The ${role}`, role, password: PASSWORD }),
  )
  const { sessionId } = value(await signIn(ports, { email, password: PASSWORD }, client))
  return { kind: 'user', userId, role, name: `The ${role}`, sessionId }
}

export const begin = async (ports: MemoryPorts, who: SignedIn): Promise<string> =>
  value(await beginPasskey(ports, who, { currentPassword: PASSWORD })).options

export const withPasskey = async (
  ports: MemoryPorts,
  who: SignedIn,
  name = 'Laptop',
): Promise<SoftPasskey> => {
  const { answer, passkey } = makeSoftPasskey(await begin(ports, who))
  value(await addPasskey(ports, who, { name, answer }, client))
  return passkey
}

/** A question at the door, and the browser it was put to. */
export const atDoor = async (ports: MemoryPorts, browser: string | null = null) => {
  const asked = value(
    await askForPasskey(ports, ANONYMOUS, { use: 'sign-in' }, { ...nobody, browser }, client),
  )
  return { options: asked.options, browser: asked.browser ?? '' }
}
export const enter = (ports: MemoryPorts, answer: string, browser: string | null) =>
  signInWithPasskey(ports, { answer, browser }, client)

export const openings = (ports: MemoryPorts) => ports.tables.audit.map(({ action }) => action)
