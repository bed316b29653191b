import { beforeEach, expect, it } from 'vitest'
import { addPasskey, beginPasskey } from '../../../lib/accounts/passkeys/add-passkey'
import { removePasskey } from '../../../lib/accounts/passkeys/remove-passkey'
import { createUser } from '../../../lib/accounts/create-user'
import { signIn } from '../../../lib/accounts/sign-in'
import { SYSTEM, type SignedIn } from '../../../lib/kernel/actor'
import { DAY, MINUTE } from '../../../lib/kernel/clock'
import type { Letter } from '../../../lib/notifications/mailer'
import { sendAccountLetters } from '../../../lib/notifications/send-account-letters'
import { aClient } from '../../support/builders/a-client'
import { type MailStage, ORIGIN, mailStage } from '../../support/mail-stage'
import { value } from '../../support/people'
import { makeSoftPasskey } from '../../support/soft-authenticator'

const PASSWORD = 'ropes, knots and splices'
const EMAIL = 'ada@pencil.example'
const client = aClient()
let stage: MailStage
let said: unknown[] = []
let ada: SignedIn

const round = async (): Promise<readonly Letter[]> => {
  const before = stage.mailer.letters.length
  const keep = (facts: unknown): void => void said.push(facts)
  await sendAccountLetters({ ...stage.ports, log: { info: keep, warn: keep, error: keep } })
  return stage.mailer.letters.slice(before)
}
const add = async (name: string): Promise<void> => {
  const { options } = value(await beginPasskey(stage.ports, ada, { currentPassword: PASSWORD }))
  const { answer } = makeSoftPasskey(options)
  value(await addPasskey(stage.ports, ada, { name, answer }, client))
}
const remove = async (): Promise<void> => {
  const [passkey] = await stage.ports.passkeyStore.list(ada.userId)
  value(await removePasskey(stage.ports, ada, { passkeyId: passkey?.id ?? '', password: PASSWORD }))
}

beforeEach(async () => {
  stage = mailStage()
  said = []
  const person = { email: EMAIL, name: 'Ada', role: 'editor' as const, password: PASSWORD }
  const { userId } = value(await createUser(stage.ports, SYSTEM, person))
  const { sessionId } = value(await signIn(stage.ports, { email: EMAIL, password: PASSWORD }, client))
  ada = { kind: 'user', userId, role: 'editor', name: 'Ada', sessionId }
})

it('tells the owner of an account of a passkey that came or went, once, and what to do', async () => {
  await add('<b>Laptop</b>')
  await remove()
  const letters = await round()
  expect(letters.map(({ to }) => to)).toEqual([EMAIL, EMAIL])
  expect(letters.map(({ subject }) => subject).toSorted()).toEqual([
    expect.stringMatching(/^A passkey of your account was removed: /),
    expect.stringMatching(/^A passkey was added to your account: /),
  ])
  for (const { text, html, unsubscribe } of letters) {
    expect(text).toContain(`${ORIGIN}/account/passkeys`)
    expect(text).toContain('change the password')
    // What somebody else may have typed is not in it.
    expect(text + html).not.toContain('Laptop')
    expect(unsubscribe).toBeNull()
  }
  expect(await round()).toEqual([])
})

it('says the same of a letter that has to be tried again, and gives up after days', async () => {
  const ids: string[] = []
  stage.mailer.answer = ({ id }) => {
    ids.push(id)
    return { kind: 'later', reply: 'busy' }
  }
  await add('')
  for (let n = 0; n < 12; n += 1) {
    expect(await round()).toEqual([])
    stage.ports.clock.advance(DAY / 2)
  }
  expect(new Set(ids).size).toBe(1)
  expect(ids.length).toBeGreaterThan(3)
  expect(ids.length).toBeLessThan(9)
  expect(stage.ports.tables.accountLetters.size).toBe(0)
  expect(JSON.stringify(said)).not.toContain(EMAIL)
})

it('is not written where there is no post, nor to whoever has left', async () => {
  await add('')
  const user = stage.ports.tables.users.get(ada.userId)
  if (user) stage.ports.tables.users.set(user.id, { ...user, disabledAt: 1 })
  expect(await round()).toEqual([])
  expect(stage.ports.tables.accountLetters.size).toBe(0)
  if (user) stage.ports.tables.users.set(user.id, user)
  stage.ports.clock.advance(MINUTE)
  const { options } = value(await beginPasskey(stage.ports, ada, { currentPassword: PASSWORD }))
  const { answer } = makeSoftPasskey(options)
  value(await addPasskey({ ...stage.ports, mailer: null }, ada, { name: '', answer }, client))
  expect(stage.ports.tables.accountLetters.size).toBe(0)
})
