import { TOTP, Secret } from 'otpauth'
import { answerSecondStep } from '../../../lib/accounts/second-step/answer-second-step'
import { beginSecondStep } from '../../../lib/accounts/second-step/begin-second-step'
import { confirmSecondStep } from '../../../lib/accounts/second-step/confirm-second-step'
import { ownSecondStep } from '../../../lib/accounts/second-step/own-second-step'
import { createUser } from '../../../lib/accounts/create-user'
import { signIn } from '../../../lib/accounts/sign-in'
import { SYSTEM, type Role, type SignedIn } from '../../../lib/kernel/actor'
import { SECOND } from '../../../lib/kernel/clock'
import { aClient } from '../../support/builders/a-client'
import type { MemoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'

export const PASSWORD = 'ropes, knots and splices'
export const email = 'ada@pencil.example'
export const client = aClient()

export const person = async (ports: MemoryPorts, role: Role = 'moderator'): Promise<SignedIn> => {
  const { userId } = value(await createUser(ports, SYSTEM, { email, name: 'Ada', role, password: PASSWORD }))
  return { kind: 'user', userId, role, name: 'Ada', sessionId: 'none' }
}

/** What the app shows, `steps` half minutes from now. */
export const codeOf = (ports: MemoryPorts, secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: ports.clock.now() + steps * 30 * SECOND,
  })

export const begun = async (ports: MemoryPorts, ada: SignedIn): Promise<string> => {
  value(await beginSecondStep(ports, ada, { currentPassword: PASSWORD }))
  const own = await ownSecondStep(ports, ada)
  if (own?.state !== 'begun') throw new Error('It was not begun.')
  return own.secret
}

/** Somebody with an app that is used, and the clock on the next half minute. */
export const withApp = async (ports: MemoryPorts) => {
  const ada = await person(ports)
  const secret = await begun(ports, ada)
  const { codes } = value(await confirmSecondStep(ports, ada, { code: codeOf(ports, secret) }))
  ports.clock.advance(30 * SECOND)
  return { ada, secret, codes }
}

export const ticketFor = async (ports: MemoryPorts, password = PASSWORD): Promise<string> => {
  const half = refusal(await signIn(ports, { email, password }, client))
  return String(half.details?.['ticket'])
}
export const answer = (ports: MemoryPorts, ticket: string, code: string) =>
  answerSecondStep(ports, { ticket, code }, client)
