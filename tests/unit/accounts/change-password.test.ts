import { beforeEach, describe, expect, it } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { changePassword } from '../../../lib/accounts/change-password'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { ANONYMOUS, type SignedIn } from '../../../lib/kernel/actor'
import { LIMITS } from '../../../lib/kernel/limits'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { person } from '../../support/conversation'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { refusal } from '../../support/people'

const [OLD, NEW] = ['three blind mice run', 'see how they run now']
const email = 'ada@pencil.example'

let ports: MemoryPorts
let ada: SignedIn
beforeEach(async () => {
  ports = { ...memoryPorts(), limits: memoryLimits() }
  ada = await person(ports, 'moderator', 'Ada')
  const user = ports.tables.users.get(ada.userId)
  if (!user) throw new Error('Ada is missing.')
  ports.tables.users.set(user.id, { ...user, email, emailKey: email, passwordHash: `plain:${OLD}` })
})

const enter = async (password: string) => signIn(ports, { email, password }, aClient())
const change = (facts: Partial<Parameters<typeof changePassword>[2]> = {}, by = ada) =>
  changePassword(
    ports,
    by,
    { currentPassword: OLD, newPassword: NEW, newPasswordAgain: NEW, ...facts },
    aClient(),
  )

describe('a new password', () => {
  it('opens the account, the old one no longer; every other device is signed out, this one goes on', async () => {
    const [here, there] = [await must('sign in', enter(OLD)), await must('sign in', enter(OLD))]
    const { sessionId } = await must('change', change({}, { ...ada, sessionId: here.sessionId }))
    for (const ended of [here, there]) expect(await readSession(ports, ended.sessionId)).toBeNull()
    expect(await readSession(ports, sessionId)).toMatchObject({ userId: ada.userId })
    expect(refusal(await enter(OLD)).code).toBe('unauthenticated')
    expect((await enter(NEW)).ok).toBe(true)
    expect(ports.tables.audit.at(-1)).toMatchObject({ action: 'change.password', detail: {} })
  })

  it.each([
    [{ currentPassword: 'not this one at all' }, 'currentPassword'],
    [{ currentPassword: '' }, 'currentPassword'],
    [{ newPassword: 'short', newPasswordAgain: 'short' }, 'newPassword'],
    [{ newPassword: email, newPasswordAgain: email }, 'newPassword'],
    [{ newPasswordAgain: `${NEW} ` }, 'newPasswordAgain'],
  ] as const)('is refused for %o, beside the field %s, and nothing changes', async (facts, field) => {
    const here = await must('sign in', enter(OLD))
    expect(Object.keys(refusal(await change(facts)).fields ?? {})).toEqual([field])
    expect(await readSession(ports, here.sessionId)).not.toBeNull()
    expect((await enter(OLD)).ok).toBe(true)
  })

  it('is guessed no faster than at the door, whose own counter stays as it is', async () => {
    for (let n = 0; n < LIMITS['confirm.account'].points; n += 1)
      expect(refusal(await change({ currentPassword: `guess number ${n}` })).code).toBe('invalid')
    expect(refusal(await change()).code).toBe('limited')
    expect((await enter(OLD)).ok).toBe(true)
    expect(refusal(await change()).code).toBe('limited')
  })

  it('is nobody’s to choose who is not signed in', async () => {
    const attempt = changePassword(
      ports,
      ANONYMOUS,
      { currentPassword: OLD, newPassword: NEW, newPasswordAgain: NEW },
      aClient(),
    )
    expect(refusal(await attempt).code).toBe('unauthenticated')
  })
})
