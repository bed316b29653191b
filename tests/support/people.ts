import type { SignedIn } from '../../lib/kernel/actor'
import { type Role, SYSTEM } from '../../lib/kernel/actor'
import type { ClientFacts } from '../../lib/kernel/client-facts'
import { createUser } from '../../lib/accounts/create-user'
import { readSession } from '../../lib/accounts/read-session'
import { signIn } from '../../lib/accounts/sign-in'
import type { Result } from '../../lib/kernel/result'
import type { MemoryPorts } from './memory/memory-ports'

export const PASSWORD = 'four words in a row'
export const HERE: ClientFacts = {
  addressBlock: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  requestId: 'r1',
}

/** The value of a result that must be one. */
export const value = <T>(result: Result<T>): T => {
  if (!result.ok)
    throw new Error(`${result.error.code}: ${result.error.message} ${JSON.stringify(result.error.fields)}`)
  return result.value
}

export const refusal = <T>(result: Result<T>) => {
  if (result.ok) throw new Error('This should have been refused.')
  return result.error
}

/** Somebody with an account; their address is `<role>@example.org`. */
export const somebody = async (
  ports: MemoryPorts,
  role: Role,
  name: string = `The ${role}`,
): Promise<string> =>
  value(await createUser(ports, SYSTEM, { email: `${role}@example.org`, name, role, password: PASSWORD }))
    .userId

/** The same, signed in on one device. */
export const somebodyHere = async (ports: MemoryPorts, role: Role): Promise<SignedIn> => {
  await somebody(ports, role)
  const { sessionId } = value(await signIn(ports, { email: `${role}@example.org`, password: PASSWORD }, HERE))
  const actor = await readSession(ports, sessionId)
  if (!actor) throw new Error('The new session is not there.')
  return actor
}
