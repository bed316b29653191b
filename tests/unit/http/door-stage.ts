import { AsyncLocalStorage } from 'node:async_hooks'
import { cookieName } from '../../../lib/auth/cookies'
import { printSessionToken } from '../../../lib/auth/session-token'
import { type Stet, compose } from '../../../lib/compose'
import { readEnv } from '../../../lib/env'
import { type RequestScope, provideRuntime } from '../../../lib/http/runtime'
import type { Role } from '../../../lib/kernel/actor'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { memoryPorts } from '../../support/memory/memory-ports'

export const ORIGIN = 'http://localhost:3000'
const PASSWORD = 'the blue end and the red one'

/** A publication in memory behind the doors; `setStatus` of a page or an action ends in `status`. */
export interface DoorStage {
  readonly stet: Stet
  status: number
  /** Renders or acts as Next would, inside a request. */
  rendered<T>(work: () => Promise<T>): Promise<T>
}

export const doorStage = (): DoorStage => {
  const scope = new AsyncLocalStorage<RequestScope>()
  const stage: DoorStage = {
    stet: compose(memoryPorts()),
    status: 200,
    rendered: (work) => scope.run({ setStatus: (wanted) => void (stage.status = wanted) }, work),
  }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  provideRuntime({ stet: stage.stet, env: readEnv({}), log, scope })
  return stage
}

/** The Cookie header of somebody who signed in with this role. */
export const signedInAs = async ({ stet }: DoorStage, role: Role): Promise<string> => {
  const owner = await theOwner(stet)
  const email = role === 'owner' ? 'owner@pencil.example' : `${role}@pencil.example`
  if (role !== 'owner') {
    await must(
      'user',
      stet.accounts.createUser(owner, { email, name: `A ${role}`, role, password: PASSWORD }),
    )
  }
  const client = { addressBlock: '198.51.100.7', userAgent: '', requestId: '' }
  const { sessionId } = await must('sign in', stet.accounts.signIn({ email, password: PASSWORD }, client))
  return `${cookieName('session', false)}=${await printSessionToken(stet.ports.secrets, sessionId)}`
}
