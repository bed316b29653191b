import { beforeEach, describe, expect, test } from 'vitest'
import type { PasswordHasher } from '../../../lib/accounts/password-hasher'
import { createUser } from '../../../lib/accounts/create-user'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { SYSTEM } from '../../../lib/kernel/actor'
import type { LimitName, Limits } from '../../../lib/kernel/limits'
import { LIMITS } from '../../../lib/kernel/limits'
import { fail, ok } from '../../../lib/kernel/result'
import { type MemoryPorts, memoryPorts, plainHasher } from '../../support/memory/memory-ports'
import { HERE, PASSWORD, refusal, somebody, value } from '../../support/people'

/** Counts like the real one, for ever. */
class CountingLimits implements Limits {
  readonly used = new Map<string, number>()
  async take(name: LimitName, key: string) {
    const count = (this.used.get(`${name} ${key}`) ?? 0) + 1
    this.used.set(`${name} ${key}`, count)
    return count > LIMITS[name].points ? fail('limited', 'Wait.', { retryAfter: 600 }) : ok(undefined)
  }
  async check() {
    return ok(undefined)
  }
  async giveBack() {}
  async forget(name: LimitName, key: string) {
    this.used.delete(`${name} ${key}`)
  }
}

let ports: MemoryPorts
let verified: (string | null)[]

beforeEach(async () => {
  verified = []
  const passwordHasher: PasswordHasher = {
    hash: plainHasher.hash,
    verify: (hash, password) => {
      verified.push(hash)
      return plainHasher.verify(hash, password)
    },
  }
  ports = { ...memoryPorts(), passwordHasher, limits: new CountingLimits() }
  await somebody(ports, 'editor')
})

const enter = (email = 'editor@example.org', password = PASSWORD, client = HERE) =>
  signIn(ports, { email, password }, client)

describe('signing in', () => {
  test('opens a session, however the address is written', async () => {
    const { sessionId } = value(await enter(' Editor@EXAMPLE.org'))
    expect(await readSession(ports, sessionId)).toMatchObject({ role: 'editor', sessionId })
    expect(sessionId).toMatch(/^[0-9a-z]{26}$/)
  })

  test('gives every device a session of its own', async () => {
    expect(value(await enter()).sessionId).not.toBe(value(await enter()).sessionId)
  })

  test('has the same answer and the same work for a wrong password, an unknown address and no address', async () => {
    const answers = [
      await enter('editor@example.org', 'not the password'),
      await enter('nobody@example.org'),
      await enter('not an address'),
    ]
    expect(refusal(answers[0] ?? ok(null)).code).toBe('unauthenticated')
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(verified).toHaveLength(3)
    expect(verified.slice(1)).toEqual([null, null])
  })

  test('refuses the disabled and those without a password in the same words', async () => {
    value(await createUser(ports, SYSTEM, { email: 'new@example.org', name: 'New', role: 'member' }))
    const id = (await ports.accountStore.findUserByEmailKey('editor@example.org'))?.id ?? ''
    const audit = { actor: SYSTEM, action: 'disable.user', subject: `user:${id}`, detail: {} }
    await ports.accountStore.changeUser(id, { disabledAt: 1 }, audit)
    const unknown = await enter('nobody@example.org')
    expect(await enter()).toEqual(unknown)
    expect(await enter('new@example.org', 'null')).toEqual(unknown)
    expect(ports.tables.sessions.size).toBe(0)
  })

  test('asks for what is missing before anything is counted', async () => {
    expect(refusal(await enter(' ', '')).fields).toEqual({
      email: 'Enter your email address.',
      password: 'Enter your password.',
    })
    expect(verified).toEqual([])
  })

  test('gives an account four tries in a row, wherever they come from; then even the right password waits', async () => {
    for (const n of [1, 2, 3, 4]) {
      const from = { ...HERE, addressBlock: `192.0.2.${n}` }
      expect(refusal(await enter('Editor@example.org', 'guess number one', from)).code).toBe(
        'unauthenticated',
      )
    }
    const fifth = refusal(await enter())
    expect(fifth).toMatchObject({ code: 'limited', retryAfter: 600 })
    expect(verified).toHaveLength(4)
  })

  test('counts for an unknown address just the same', async () => {
    for (let n = 0; n < 4; n += 1) await enter('nobody@example.org')
    expect(refusal(await enter('nobody@example.org')).code).toBe('limited')
  })

  test('gives an address block twenty tries over all accounts', async () => {
    for (let n = 0; n < 20; n += 1) await enter(`guess${n}@example.org`)
    expect(refusal(await enter()).code).toBe('limited')
    value(await enter(undefined, undefined, { ...HERE, addressBlock: '198.51.100.1' }))
  })

  test('forgets the failures once the right password came', async () => {
    for (const round of [1, 2, 3]) {
      for (let n = 0; n < 3; n += 1) await enter('editor@example.org', `guess ${round} ${n}`)
      value(await enter())
    }
  })

  test('takes tries side by side for tries in a row', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) => enter(undefined, `guess number ${n}`)),
    )
    expect(tries.filter((answer) => refusal(answer).code === 'unauthenticated')).toHaveLength(4)
  })
})
