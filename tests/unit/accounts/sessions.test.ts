import { beforeEach, describe, expect, test, vi } from 'vitest'
import { listDevices } from '../../../lib/accounts/list-devices'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { signOut, signOutEverywhere } from '../../../lib/accounts/sign-out'
import { ANONYMOUS, SYSTEM } from '../../../lib/kernel/actor'
import { DAY, HOUR, MINUTE } from '../../../lib/kernel/clock'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { HERE, PASSWORD, refusal, somebodyHere, value } from '../../support/people'

let ports: MemoryPorts
beforeEach(() => {
  ports = memoryPorts()
})

const again = async (role: 'writer' | 'member', userAgent = HERE.userAgent) =>
  value(await signIn(ports, { email: `${role}@example.org`, password: PASSWORD }, { ...HERE, userAgent }))
    .sessionId

describe('a session', () => {
  test.each([
    ['writer', 12 * HOUR],
    ['member', 30 * DAY],
  ] as const)('of a %s ends after %d ms without a request', async (role, idle) => {
    const { sessionId } = await somebodyHere(ports, role)
    ports.clock.advance(idle - 1)
    expect(await readSession(ports, sessionId)).not.toBeNull()
    ports.clock.advance(idle - 1)
    expect(await readSession(ports, sessionId)).not.toBeNull()
    ports.clock.advance(idle)
    expect(await readSession(ports, sessionId)).toBeNull()
  })

  test('ends after ninety days however busy it is', async () => {
    const { sessionId } = await somebodyHere(ports, 'member')
    for (let day = 0; day < 89; day += 10) {
      expect(await readSession(ports, sessionId)).not.toBeNull()
      ports.clock.advance(10 * DAY)
    }
    expect(await readSession(ports, sessionId)).toBeNull()
  })

  test('is written down at most once a minute', async () => {
    const { sessionId } = await somebodyHere(ports, 'writer')
    const touch = vi.spyOn(ports.accountStore, 'touchSession')
    ports.clock.advance(MINUTE - 1)
    await readSession(ports, sessionId)
    expect(touch).not.toHaveBeenCalled()
    ports.clock.advance(1)
    await readSession(ports, sessionId)
    await readSession(ports, sessionId)
    expect(touch).toHaveBeenCalledTimes(1)
  })

  test('ends with every change of role or password, and when its owner is disabled', async () => {
    for (const change of [{ role: 'member' as const }, { passwordHash: 'plain:other' }, { disabledAt: 1 }]) {
      const fresh = memoryPorts()
      const { sessionId, userId } = await somebodyHere(fresh, 'writer')
      await fresh.accountStore.changeUser(userId, change, {
        actor: SYSTEM,
        action: 'change.user',
        subject: `user:${userId}`,
        detail: {},
      })
      expect(await readSession(fresh, sessionId)).toBeNull()
    }
  })

  test.each(['', 'x', "' or 1=1", '0'.repeat(27), 'ILOU'.repeat(6) + 'AB', '__proto__'])(
    'is not even looked for under %j',
    async (sessionId) => {
      const find = vi.spyOn(ports.accountStore, 'findSession')
      expect(await readSession(ports, sessionId)).toBeNull()
      expect(find).not.toHaveBeenCalled()
    },
  )
})

describe('signing out', () => {
  test('ends this device and leaves the others', async () => {
    const actor = await somebodyHere(ports, 'writer')
    const other = await again('writer')
    value(await signOut(ports, actor))
    value(await signOut(ports, actor))
    expect(await readSession(ports, actor.sessionId)).toBeNull()
    expect(await readSession(ports, other)).not.toBeNull()
  })

  test('everywhere ends every device of this person and of nobody else', async () => {
    const actor = await somebodyHere(ports, 'writer')
    const other = await again('writer')
    const stranger = await somebodyHere(ports, 'member')
    expect(value(await signOutEverywhere(ports, actor)).ended).toBe(2)
    expect(await readSession(ports, other)).toBeNull()
    expect(await readSession(ports, stranger.sessionId)).not.toBeNull()
  })

  test('everywhere is not for those who are not signed in', async () => {
    expect(refusal(await signOutEverywhere(ports, ANONYMOUS)).code).toBe('unauthenticated')
    expect(refusal(await listDevices(ports, { kind: 'guest', guestId: 'g' })).code).toBe('unauthenticated')
    value(await signOut(ports, ANONYMOUS))
  })
})

describe('the list of devices', () => {
  test('names them, this one first, and tells no session id', async () => {
    const actor = await somebodyHere(ports, 'writer')
    ports.clock.advance(HOUR)
    await again(
      'writer',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
    )
    await again('writer', 'curl/8')
    const devices = value(await listDevices(ports, actor))
    expect(devices.map(({ isThis }) => isThis)).toEqual([true, false, false])
    expect(devices[0]).toEqual({
      name: 'Firefox on Linux',
      isThis: true,
      signedInAt: '2025-02-12T12:00:00.000Z',
      lastSeenAt: '2025-02-12T12:00:00.000Z',
    })
    expect(new Set(devices.slice(1).map(({ name }) => name))).toEqual(
      new Set(['Safari on iPhone', 'Unknown device']),
    )
    expect(JSON.stringify(devices)).not.toContain(actor.sessionId)
  })
})
