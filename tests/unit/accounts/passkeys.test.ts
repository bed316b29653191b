import { beforeEach, describe, expect, it } from 'vitest'
import { webauthnPasskeys } from '../../../lib/adapters/webauthn-passkeys'
import { closeConversation } from '../../../lib/accounts/close-conversation'
import { changePassword } from '../../../lib/accounts/change-password'
import { confirmAgain, whatIsAsked } from '../../../lib/accounts/confirm-again'
import { addPasskey, beginPasskey } from '../../../lib/accounts/passkeys/add-passkey'
import { askForPasskey } from '../../../lib/accounts/passkeys/ask-for-passkey'
import { ownPasskeys } from '../../../lib/accounts/passkeys/own-passkeys'
import { removePasskey } from '../../../lib/accounts/passkeys/remove-passkey'
import { readSession } from '../../../lib/accounts/read-session'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'
import { makeSoftPasskey } from '../../support/soft-authenticator'
import {
  PASSWORD,
  atDoor,
  begin,
  client,
  enter,
  nobody,
  openings,
  person,
  withPasskey,
} from './passkey-stage'

let ports: MemoryPorts
beforeEach(() => {
  ports = memoryPorts()
})

describe('adding a passkey', () => {
  it('takes the password each time, and lists what was made', async () => {
    const ada = await person(ports)
    const guess = refusal(await beginPasskey(ports, ada, { currentPassword: 'a guess' }))
    expect(guess.fields).toHaveProperty('currentPassword')
    await withPasskey(ports, ada, '  Work \n laptop ')
    expect(refusal(await beginPasskey(ports, ada, { currentPassword: '' })).code).toBe('invalid')
    ports.clock.advance(1)
    await withPasskey(ports, ada, '')
    expect(await ownPasskeys(ports, ada)).toMatchObject([
      { name: 'Work laptop', lastUsedAt: null },
      { name: expect.stringMatching(/./), lastUsedAt: null },
    ])
    expect(openings(ports).filter((action) => action === 'add.passkey')).toHaveLength(2)
  })

  it.each([
    ['made elsewhere', { origin: 'https://stet.evil.example' }],
    ['made by whoever holds the device', { isSure: false }],
    ['made for another question', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['called otherwise than it is', { called: 'another' }],
    ['vouched for by its maker', { attested: 'by its maker' as const }],
  ])('refuses one that was %s', async (_, how) => {
    const ada = await person(ports)
    const { answer } = makeSoftPasskey(await begin(ports, ada), how)
    expect(refusal(await addPasskey(ports, ada, { name: '', answer }, client)).code).toBe('conflict')
    expect(await ownPasskeys(ports, ada)).toEqual([])
  })

  it('takes one that vouches for itself', async () => {
    const ada = await person(ports)
    const { answer } = makeSoftPasskey(await begin(ports, ada), { attested: 'by itself' })
    value(await addPasskey(ports, ada, { name: '', answer }, client))
  })

  it('refuses what was begun before the password was changed', async () => {
    const ada = await person(ports)
    const { answer } = makeSoftPasskey(await begin(ports, ada))
    const words = 'another long set of words'
    const change = { currentPassword: PASSWORD, newPassword: words, newPasswordAgain: words }
    value(await changePassword(ports, ada, change, client))
    // Whoever still acts in the session that has just ended.
    expect((await addPasskey(ports, ada, { name: '', answer }, client)).ok).toBe(false)
    expect(await ownPasskeys(ports, ada)).toEqual([])
  })

  it('takes an answer once, in time, in the session it was asked in, from the staff', async () => {
    const ada = await person(ports)
    const options = await begin(ports, ada)
    const { answer } = makeSoftPasskey(options)
    const elsewhere = { ...ada, sessionId: 'another' }
    expect((await addPasskey(ports, elsewhere, { name: '', answer }, client)).ok).toBe(false)
    value(await addPasskey(ports, ada, { name: '', answer }, client))
    // Another key for the same question.
    const again = makeSoftPasskey(options).answer
    expect((await addPasskey(ports, ada, { name: '', answer: again }, client)).ok).toBe(false)
    const late = makeSoftPasskey(await begin(ports, ada)).answer
    ports.clock.advance(10 * MINUTE)
    expect((await addPasskey(ports, ada, { name: '', answer: late }, client)).ok).toBe(false)
    for (const answer of ['', '{}', 'null', '[]', '{"id":1}'])
      expect((await addPasskey(ports, ada, { name: '', answer }, client)).ok).toBe(false)
    const member = await person(ports, 'member', 'member@pencil.example')
    for (const actor of [member, ANONYMOUS]) {
      expect(refusal(await beginPasskey(ports, actor, { currentPassword: PASSWORD })).code).toBe('forbidden')
      expect(refusal(await addPasskey(ports, actor, { name: '', answer: late }, client)).code).toBe(
        'forbidden',
      )
      expect(await ownPasskeys(ports, actor)).toBeNull()
    }
  })
})

describe('asked again who it is', () => {
  it('a passkey will do for the danger zone, for its owner, in this session', async () => {
    const [ada, ben] = [await person(ports), await person(ports, 'editor', 'ben@pencil.example')]
    const [key, bens] = [await withPasskey(ports, ada), await withPasskey(ports, ben)]
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
    const ada = await person(ports)
    const [key, kept] = [await withPasskey(ports, ada), await withPasskey(ports, ada, 'Telephone')]
    const { options, browser } = await atDoor(ports)
    const { sessionId } = value(await enter(ports, key.answer(options), browser))
    const passkeyId = (await ports.passkeyStore.find(key.credentialId))?.id ?? ''
    ports.clock.advance(10 * MINUTE)
    expect(refusal(await removePasskey(ports, ada, { passkeyId })).fields).toHaveProperty('password')
    const ben = await person(ports, 'moderator', 'ben@pencil.example')
    const theirs = await removePasskey(ports, ben, { passkeyId, password: PASSWORD })
    expect(refusal(theirs).code).toBe('not-found')
    value(await removePasskey(ports, ada, { passkeyId, password: PASSWORD }))
    expect(await ownPasskeys(ports, ada)).toMatchObject([{ name: 'Telephone' }])
    expect(await readSession(ports, sessionId)).toBeNull()
    expect(await readSession(ports, ada.sessionId)).toMatchObject({ userId: ada.userId })
    expect(openings(ports)).toContain('remove.passkey')
    const next = await atDoor(ports)
    expect(refusal(await enter(ports, key.answer(next.options), next.browser)).code).toBe('unauthenticated')
    value(await enter(ports, kept.answer(next.options), next.browser))
  })

  it('leaves the only way in', async () => {
    const ada = await person(ports)
    const key = await withPasskey(ports, ada)
    const passkeyId = (await ports.passkeyStore.find(key.credentialId))?.id ?? ''
    const user = ports.tables.users.get(ada.userId)
    if (!user) throw new Error('Ada is missing.')
    ports.tables.users.set(user.id, { ...user, passwordHash: null })
    expect(refusal(await removePasskey(ports, ada, { passkeyId })).code).toBe('conflict')
    expect(await ownPasskeys(ports, ada)).toHaveLength(1)
  })

  it('opens no session that was on its way', async () => {
    const ada = await person(ports)
    const key = await withPasskey(ports, ada)
    const { options, browser } = await atDoor(ports)
    const { use } = ports.passkeyStore
    // Removed between the proof and the session.
    ports.passkeyStore.use = async (id, used) => {
      const went = await use.call(ports.passkeyStore, id, used)
      value(await removePasskey(ports, ada, { passkeyId: id, password: PASSWORD }))
      return went
    }
    expect(refusal(await enter(ports, key.answer(options), browser)).code).toBe('unauthenticated')
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
