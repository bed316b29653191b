import { beforeEach, describe, expect, it } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { webauthnPasskeys } from '../../../lib/adapters/webauthn-passkeys'
import { closeConversation } from '../../../lib/accounts/close-conversation'
import { changePassword } from '../../../lib/accounts/change-password'
import { confirmAgain, whatIsAsked } from '../../../lib/accounts/confirm-again'
import { createUser } from '../../../lib/accounts/create-user'
import { addPasskey, beginPasskey } from '../../../lib/accounts/passkeys/add-passkey'
import { askForPasskey } from '../../../lib/accounts/passkeys/ask-for-passkey'
import { ownPasskeys } from '../../../lib/accounts/passkeys/own-passkeys'
import { removePasskey } from '../../../lib/accounts/passkeys/remove-passkey'
import { answerWithPasskey, signInWithPasskey } from '../../../lib/accounts/passkeys/sign-in-with-passkey'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { ANONYMOUS, SYSTEM, type Role, type SignedIn } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { LIMITS } from '../../../lib/kernel/limits'
import { aClient } from '../../support/builders/a-client'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'
import { type SoftPasskey, makeSoftPasskey } from '../../support/soft-authenticator'

const PASSWORD = 'ropes, knots and splices'
const client = aClient()
const nobody = { browser: null, ticket: null }
let ports: MemoryPorts

beforeEach(() => {
  ports = memoryPorts()
})

/** Signed in with their password. */
const person = async (role: Role = 'owner', email = 'ada@pencil.example'): Promise<SignedIn> => {
  const { userId } = value(
    await createUser(ports, SYSTEM, { email, name: `The ${role}`, role, password: PASSWORD }),
  )
  const { sessionId } = value(await signIn(ports, { email, password: PASSWORD }, client))
  return { kind: 'user', userId, role, name: `The ${role}`, sessionId }
}

const begin = async (who: SignedIn): Promise<string> =>
  value(await beginPasskey(ports, who, { currentPassword: PASSWORD })).options

const withPasskey = async (who: SignedIn, name = 'Laptop'): Promise<SoftPasskey> => {
  const { answer, passkey } = makeSoftPasskey(await begin(who))
  value(await addPasskey(ports, who, { name, answer }, client))
  return passkey
}

/** A question at the door, and the browser it was put to. */
const atDoor = async (browser: string | null = null) => {
  const asked = value(
    await askForPasskey(ports, ANONYMOUS, { use: 'sign-in' }, { ...nobody, browser }, client),
  )
  return { options: asked.options, browser: asked.browser ?? '' }
}
const enter = (answer: string, browser: string | null) =>
  signInWithPasskey(ports, { answer, browser }, client)

const openings = () => ports.tables.audit.map(({ action }) => action)

describe('adding a passkey', () => {
  it('takes the password each time, and lists what was made', async () => {
    const ada = await person()
    const guess = refusal(await beginPasskey(ports, ada, { currentPassword: 'a guess' }))
    expect(guess.fields).toHaveProperty('currentPassword')
    await withPasskey(ada, '  Work \n laptop ')
    expect(refusal(await beginPasskey(ports, ada, { currentPassword: '' })).code).toBe('invalid')
    ports.clock.advance(1)
    await withPasskey(ada, '')
    expect(await ownPasskeys(ports, ada)).toMatchObject([
      { name: 'Work laptop', lastUsedAt: null },
      { name: expect.stringMatching(/./), lastUsedAt: null },
    ])
    expect(openings().filter((action) => action === 'add.passkey')).toHaveLength(2)
  })

  it.each([
    ['made elsewhere', { origin: 'https://stet.evil.example' }],
    ['made by whoever holds the device', { isSure: false }],
    ['made for another question', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['called otherwise than it is', { called: 'another' }],
    ['vouched for by its maker', { attested: 'by its maker' as const }],
  ])('refuses one that was %s', async (_, how) => {
    const ada = await person()
    const { answer } = makeSoftPasskey(await begin(ada), how)
    expect(refusal(await addPasskey(ports, ada, { name: '', answer }, client)).code).toBe('conflict')
    expect(await ownPasskeys(ports, ada)).toEqual([])
  })

  it('takes one that vouches for itself', async () => {
    const ada = await person()
    const { answer } = makeSoftPasskey(await begin(ada), { attested: 'by itself' })
    value(await addPasskey(ports, ada, { name: '', answer }, client))
  })

  it('refuses what was begun before the password was changed', async () => {
    const ada = await person()
    const { answer } = makeSoftPasskey(await begin(ada))
    const words = 'another long set of words'
    const change = { currentPassword: PASSWORD, newPassword: words, newPasswordAgain: words }
    value(await changePassword(ports, ada, change, client))
    // Whoever still acts in the session that has just ended.
    expect((await addPasskey(ports, ada, { name: '', answer }, client)).ok).toBe(false)
    expect(await ownPasskeys(ports, ada)).toEqual([])
  })

  it('takes an answer once, in time, in the session it was asked in, from the staff', async () => {
    const ada = await person()
    const options = await begin(ada)
    const { answer } = makeSoftPasskey(options)
    const elsewhere = { ...ada, sessionId: 'another' }
    expect((await addPasskey(ports, elsewhere, { name: '', answer }, client)).ok).toBe(false)
    value(await addPasskey(ports, ada, { name: '', answer }, client))
    // Another key for the same question.
    const again = makeSoftPasskey(options).answer
    expect((await addPasskey(ports, ada, { name: '', answer: again }, client)).ok).toBe(false)
    const late = makeSoftPasskey(await begin(ada)).answer
    ports.clock.advance(10 * MINUTE)
    expect((await addPasskey(ports, ada, { name: '', answer: late }, client)).ok).toBe(false)
    for (const answer of ['', '{}', 'null', '[]', '{"id":1}'])
      expect((await addPasskey(ports, ada, { name: '', answer }, client)).ok).toBe(false)
    const member = await person('member', 'member@pencil.example')
    for (const actor of [member, ANONYMOUS]) {
      expect(refusal(await beginPasskey(ports, actor, { currentPassword: PASSWORD })).code).toBe('forbidden')
      expect(refusal(await addPasskey(ports, actor, { name: '', answer: late }, client)).code).toBe(
        'forbidden',
      )
      expect(await ownPasskeys(ports, actor)).toBeNull()
    }
  })
})

describe('signing in with a passkey', () => {
  it('opens the account without password and code, once for each question', async () => {
    const ada = await person()
    const key = await withPasskey(ada)
    const { options, browser } = await atDoor()
    // Any key of this publication will do: nothing tells who has an account.
    expect(options).not.toContain('allowCredentials')
    const answer = key.answer(options)
    const { sessionId } = value(await enter(answer, browser))
    expect(await readSession(ports, sessionId)).toMatchObject({ userId: ada.userId })
    expect(refusal(await enter(answer, browser)).code).toBe('unauthenticated')
    expect((await ownPasskeys(ports, ada))?.[0]?.lastUsedAt).not.toBeNull()
    // The next question goes to the same browser.
    expect((await atDoor(browser)).browser).toBe(browser)
  })

  it.each([
    ['a page elsewhere', { origin: 'https://stet.evil.example' }],
    ['whoever holds the device', { isSure: false }],
    ['a question that was not put', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('refuses the answer of %s', async (_, how) => {
    const key = await withPasskey(await person())
    const { options, browser } = await atDoor()
    expect(refusal(await enter(key.answer(options, how), browser)).code).toBe('unauthenticated')
  })

  it('refuses another browser, another purpose, one that is late, and the signature of another key', async () => {
    const ada = await person()
    const [key, other] = [await withPasskey(ada), await withPasskey(ada)]
    const first = await atDoor()
    expect((await enter(key.answer(first.options), 'another browser')).ok).toBe(false)
    expect((await enter(key.answer(first.options), null)).ok).toBe(false)
    const confirm = value(await askForPasskey(ports, ada, { use: 'confirm' }, nobody, client))
    expect((await enter(key.answer(confirm.options), ada.sessionId)).ok).toBe(false)
    const forged = JSON.stringify({
      ...(JSON.parse(other.answer(first.options)) as object),
      ...{ id: key.credentialId, rawId: key.credentialId },
    })
    expect((await enter(forged, first.browser)).ok).toBe(false)
    const late = await atDoor()
    ports.clock.advance(10 * MINUTE)
    expect((await enter(key.answer(late.options), late.browser)).ok).toBe(false)
  })

  it('refuses a device whose counter does not go on', async () => {
    const key = await withPasskey(await person())
    const count = async (counter: number) => {
      const { options, browser } = await atDoor()
      return (await enter(key.answer(options, { counter }), browser)).ok
    }
    expect(await count(5)).toBe(true)
    expect(await count(6)).toBe(true)
    expect(await count(6)).toBe(false)
    expect(await count(2)).toBe(false)
    expect(await count(7)).toBe(true)
  })

  it('opens nothing for whoever has left the staff', async () => {
    const key = await withPasskey(await person('moderator'))
    const user = [...ports.tables.users.values()][0]
    if (!user) throw new Error('Nobody is there.')
    for (const left of [{ role: 'member' as const }, { disabledAt: 1 }]) {
      ports.tables.users.set(user.id, { ...user, ...left })
      const { options, browser } = await atDoor()
      expect(refusal(await enter(key.answer(options), browser)).code).toBe('unauthenticated')
    }
  })

  it('is asked for only so often from one address', async () => {
    ports = { ...ports, limits: memoryLimits() }
    for (let n = 0; n < LIMITS['passkey.ask'].points; n += 1) await atDoor()
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
    const ada = await person()
    const key = await withPasskey(ada)
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
    const ada = await person()
    await withPasskey(ada)
    const ben = await person('moderator', 'ben@pencil.example')
    const bens = await withPasskey(ben)
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

describe('asked again who it is', () => {
  it('a passkey will do for the danger zone, for its owner, in this session', async () => {
    const [ada, ben] = [await person(), await person('editor', 'ben@pencil.example')]
    const [key, bens] = [await withPasskey(ada), await withPasskey(ben)]
    ports.clock.advance(10 * MINUTE)
    const { name } = (await ports.settingsStore.read()).settings
    const close = (passkey: string, who = ada) =>
      closeConversation(ports, who, { name, closed: 'yes', passkey })
    const question = async (who = ada) =>
      value(await askForPasskey(ports, who, { use: 'confirm' }, nobody, client)).options
    expect(refusal(await close(bens.answer(await question()))).code).toBe('unauthenticated')
    expect(refusal(await close(key.answer(await question(), { isSure: false }))).code).toBe('unauthenticated')
    const other = { ...ada, sessionId: 'another' }
    expect(refusal(await close(key.answer(await question(other)))).code).toBe('unauthenticated')
    expect(await whatIsAsked(ports, ada)).toBe('password')
    value(await close(key.answer(await question())))
    expect(await whatIsAsked(ports, ada)).toBe('nothing')
    // Whoever has left the staff has no passkey that counts, nor is asked for one.
    const left = { ...ben, role: 'member' as const }
    expect(refusal(await askForPasskey(ports, left, { use: 'confirm' }, nobody, client)).code).toBe(
      'forbidden',
    )
    const asked = { afresh: false }
    const kept = bens.answer(await question(ben))
    expect((await confirmAgain(ports, left, { passkey: kept }, asked)).ok).toBe(false)
    value(await confirmAgain(ports, ben, { passkey: kept }, asked))
    // How the account is opened takes the password all the same.
    expect(refusal(await beginPasskey(ports, ada, { currentPassword: '' })).code).toBe('invalid')
  })
})

describe('removing a passkey', () => {
  it('takes who it is, ends every other session, is in the log, and opens nothing any more', async () => {
    const ada = await person()
    const [key, kept] = [await withPasskey(ada), await withPasskey(ada, 'Telephone')]
    const { options, browser } = await atDoor()
    const { sessionId } = value(await enter(key.answer(options), browser))
    const passkeyId = (await ports.passkeyStore.find(key.credentialId))?.id ?? ''
    ports.clock.advance(10 * MINUTE)
    expect(refusal(await removePasskey(ports, ada, { passkeyId })).fields).toHaveProperty('password')
    const ben = await person('moderator', 'ben@pencil.example')
    const theirs = await removePasskey(ports, ben, { passkeyId, password: PASSWORD })
    expect(refusal(theirs).code).toBe('not-found')
    value(await removePasskey(ports, ada, { passkeyId, password: PASSWORD }))
    expect(await ownPasskeys(ports, ada)).toMatchObject([{ name: 'Telephone' }])
    expect(await readSession(ports, sessionId)).toBeNull()
    expect(await readSession(ports, ada.sessionId)).toMatchObject({ userId: ada.userId })
    expect(openings()).toContain('remove.passkey')
    const next = await atDoor()
    expect(refusal(await enter(key.answer(next.options), next.browser)).code).toBe('unauthenticated')
    value(await enter(kept.answer(next.options), next.browser))
  })

  it('leaves the only way in', async () => {
    const ada = await person()
    const key = await withPasskey(ada)
    const passkeyId = (await ports.passkeyStore.find(key.credentialId))?.id ?? ''
    const user = ports.tables.users.get(ada.userId)
    if (!user) throw new Error('Ada is missing.')
    ports.tables.users.set(user.id, { ...user, passwordHash: null })
    expect(refusal(await removePasskey(ports, ada, { passkeyId })).code).toBe('conflict')
    expect(await ownPasskeys(ports, ada)).toHaveLength(1)
  })

  it('opens no session that was on its way', async () => {
    const ada = await person()
    const key = await withPasskey(ada)
    const { options, browser } = await atDoor()
    const { use } = ports.passkeyStore
    // Removed between the proof and the session.
    ports.passkeyStore.use = async (id, used) => {
      const went = await use.call(ports.passkeyStore, id, used)
      value(await removePasskey(ports, ada, { passkeyId: id, password: PASSWORD }))
      return went
    }
    expect(refusal(await enter(key.answer(options), browser)).code).toBe('unauthenticated')
  })
})

it('is there where browsers allow it: over https by name, and on this machine', () => {
  for (const origin of ['https://news.example.org', 'https://news.example.org:8443', 'http://localhost:3000'])
    expect(webauthnPasskeys(origin)).not.toBeNull()
  for (const origin of [
    'http://news.example.org',
    'https://192.0.2.7',
    'http://127.0.0.1:3000',
    'https://[::1]',
  ])
    expect(webauthnPasskeys(origin)).toBeNull()
})
