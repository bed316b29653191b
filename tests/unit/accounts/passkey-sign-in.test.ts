import { beforeEach, describe, expect, it } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { beginPasskey } from '../../../lib/accounts/passkeys/add-passkey'
import { askForPasskey } from '../../../lib/accounts/passkeys/ask-for-passkey'
import { ownPasskeys } from '../../../lib/accounts/passkeys/own-passkeys'
import { answerWithPasskey } from '../../../lib/accounts/passkeys/sign-in-with-passkey'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { ANONYMOUS, type SignedIn } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { LIMITS } from '../../../lib/kernel/limits'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'
import { PASSWORD, atDoor, client, enter, nobody, person, withPasskey } from './passkey-stage'

let ports: MemoryPorts
beforeEach(() => {
  ports = memoryPorts()
})

describe('signing in with a passkey', () => {
  it('opens the account without password and code, once for each question', async () => {
    const ada = await person(ports)
    const key = await withPasskey(ports, ada)
    const { options, browser } = await atDoor(ports)
    // Any key of this publication will do: nothing tells who has an account.
    expect(options).not.toContain('allowCredentials')
    const answer = key.answer(options)
    const { sessionId } = value(await enter(ports, answer, browser))
    expect(await readSession(ports, sessionId)).toMatchObject({ userId: ada.userId })
    expect(refusal(await enter(ports, answer, browser)).code).toBe('unauthenticated')
    expect((await ownPasskeys(ports, ada))?.[0]?.lastUsedAt).not.toBeNull()
    // The next question goes to the same browser.
    expect((await atDoor(ports, browser)).browser).toBe(browser)
  })

  it.each([
    ['a page elsewhere', { origin: 'https://stet.evil.example' }],
    ['whoever holds the device', { isSure: false }],
    ['a question that was not put', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('refuses the answer of %s', async (_, how) => {
    const key = await withPasskey(ports, await person(ports))
    const { options, browser } = await atDoor(ports)
    expect(refusal(await enter(ports, key.answer(options, how), browser)).code).toBe('unauthenticated')
  })

  it('refuses another browser, another purpose, one that is late, and the signature of another key', async () => {
    const ada = await person(ports)
    const [key, other] = [await withPasskey(ports, ada), await withPasskey(ports, ada)]
    const first = await atDoor(ports)
    expect((await enter(ports, key.answer(first.options), 'another browser')).ok).toBe(false)
    expect((await enter(ports, key.answer(first.options), null)).ok).toBe(false)
    const confirm = value(await askForPasskey(ports, ada, { use: 'confirm' }, nobody, client))
    expect((await enter(ports, key.answer(confirm.options), ada.sessionId)).ok).toBe(false)
    const forged = JSON.stringify({
      ...(JSON.parse(other.answer(first.options)) as object),
      ...{ id: key.credentialId, rawId: key.credentialId },
    })
    expect((await enter(ports, forged, first.browser)).ok).toBe(false)
    const late = await atDoor(ports)
    ports.clock.advance(10 * MINUTE)
    expect((await enter(ports, key.answer(late.options), late.browser)).ok).toBe(false)
  })

  it('refuses a device whose counter does not go on', async () => {
    const key = await withPasskey(ports, await person(ports))
    const count = async (counter: number) => {
      const { options, browser } = await atDoor(ports)
      return (await enter(ports, key.answer(options, { counter }), browser)).ok
    }
    expect(await count(5)).toBe(true)
    expect(await count(6)).toBe(true)
    expect(await count(6)).toBe(false)
    expect(await count(2)).toBe(false)
    expect(await count(7)).toBe(true)
  })

  it('opens nothing for whoever has left the staff', async () => {
    const key = await withPasskey(ports, await person(ports, 'moderator'))
    const user = [...ports.tables.users.values()][0]
    if (!user) throw new Error('Nobody is there.')
    for (const left of [{ role: 'member' as const }, { disabledAt: 1 }]) {
      ports.tables.users.set(user.id, { ...user, ...left })
      const { options, browser } = await atDoor(ports)
      expect(refusal(await enter(ports, key.answer(options), browser)).code).toBe('unauthenticated')
    }
  })

  it('is asked for only so often from one address', async () => {
    ports = { ...ports, limits: memoryLimits() }
    for (let n = 0; n < LIMITS['passkey.ask'].points; n += 1) await atDoor(ports)
    const asked = await askForPasskey(ports, ANONYMOUS, { use: 'sign-in' }, nobody, client)
    expect(refusal(asked).code).toBe('limited')
  })
})

describe('a passkey instead of a code', () => {
  /** Codes are on, by the shortest way. */
  const codesOn = async (who: SignedIn): Promise<void> => {
    const step = {
      ...{ userId: who.userId, sealed: 'sealed', begunBy: who.sessionId },
      createdAt: ports.clock.now(),
    }
    await ports.secondStepStore.begin(step)
    const audit = { actor: who, action: 'add.second-step', subject: `user:${who.userId}`, detail: {} }
    const proof = { step: 1, codes: [], at: ports.clock.now(), here: who.sessionId }
    expect(await ports.secondStepStore.confirm(step, proof, audit)).toBe(true)
  }
  const ticket = async (): Promise<string> => {
    const half = refusal(await signIn(ports, { email: 'ada@pencil.example', password: PASSWORD }, client))
    return String(half.details?.['ticket'])
  }
  const question = async (ticket: string) =>
    value(await askForPasskey(ports, ANONYMOUS, { use: 'second-step' }, { ...nobody, ticket }, client))
      .options

  it('opens one session with the ticket of the password, and asks for no more than the device', async () => {
    const ada = await person(ports)
    const key = await withPasskey(ports, ada)
    await codesOn(ada)
    const first = await ticket()
    const options = await question(first)
    expect(options).toContain(key.credentialId)
    const answer = key.answer(options, { isSure: false })
    const entered = value(await answerWithPasskey(ports, { answer, ticket: first }, client))
    expect(await readSession(ports, entered.sessionId)).toMatchObject({ userId: ada.userId })
    const again = key.answer(await question(first))
    expect((await answerWithPasskey(ports, { answer: again, ticket: first }, client)).ok).toBe(false)
    const none = await askForPasskey(ports, ANONYMOUS, { use: 'second-step' }, nobody, client)
    expect(refusal(none).code).toBe('unauthenticated')
  })

  it('is the one of whoever typed the password, asked with this ticket', async () => {
    const ada = await person(ports)
    await withPasskey(ports, ada)
    const ben = await person(ports, 'moderator', 'ben@pencil.example')
    const bens = await withPasskey(ports, ben)
    await codesOn(ada)
    const [one, two] = [await ticket(), await ticket()]
    const theirs = bens.answer(await question(one))
    expect((await answerWithPasskey(ports, { answer: theirs, ticket: one }, client)).ok).toBe(false)
    // With codes on, a passkey is not added by the password alone.
    const alone = await beginPasskey(ports, ada, { currentPassword: PASSWORD })
    expect(refusal(alone).fields).toHaveProperty('code')
    expect((await answerWithPasskey(ports, { answer: theirs, ticket: two }, client)).ok).toBe(false)
  })
})
