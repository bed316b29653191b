import decodeQR from 'qr/decode.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { beginSecondStep } from '../../../lib/accounts/second-step/begin-second-step'
import { confirmSecondStep } from '../../../lib/accounts/second-step/confirm-second-step'
import { ownSecondStep } from '../../../lib/accounts/second-step/own-second-step'
import { removeSecondStep, resetSecondStep } from '../../../lib/accounts/second-step/remove-second-step'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { ANONYMOUS, SYSTEM, type SignedIn } from '../../../lib/kernel/actor'
import { MINUTE, SECOND } from '../../../lib/kernel/clock'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'
import {
  PASSWORD,
  answer,
  begun,
  client,
  codeOf,
  email,
  person,
  ticketFor,
  withApp,
} from './second-step-stage'

let ports: MemoryPorts
beforeEach(() => {
  ports = memoryPorts()
})

describe('switching codes on', () => {
  it('takes the password, then a code that proves that the app has the secret', async () => {
    const ada = await person(ports)
    expect(await ownSecondStep(ports, ada)).toEqual({ state: 'off' })
    expect(refusal(await beginSecondStep(ports, ada, { currentPassword: 'a guess' })).fields).toHaveProperty(
      'currentPassword',
    )
    const secret = await begun(ports, ada)
    // Nothing is asked for yet.
    expect((await signIn(ports, { email, password: PASSWORD }, client)).ok).toBe(true)
    for (const wrong of [
      '',
      '000000',
      '12345',
      codeOf(ports, secret, 3),
      codeOf(ports, secret, -3),
      secret,
    ]) {
      const refused = refusal(await confirmSecondStep(ports, ada, { code: wrong }))
      expect(refused).toMatchObject({ code: 'invalid', fields: { code: expect.any(String) } })
    }
    const { codes } = value(await confirmSecondStep(ports, ada, { code: codeOf(ports, secret) }))
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{4}-?){4}$/)
    // The secret is told no more.
    expect(await ownSecondStep(ports, ada)).toEqual({ state: 'on', codesLeft: 10 })
    expect(refusal(await beginSecondStep(ports, ada, { currentPassword: PASSWORD })).code).toBe('conflict')
    expect(ports.tables.audit.map(({ action }) => action)).toContain('add.second-step')
    expect(JSON.stringify([...ports.tables.audit])).not.toContain(secret)
  })

  it('signs every other device out', async () => {
    const somebody = await person(ports)
    const enter = async () => value(await signIn(ports, { email, password: PASSWORD }, client)).sessionId
    const [sessionId, here] = [await enter(), await enter()]
    const ada = { ...somebody, sessionId: here }
    await confirmSecondStep(ports, ada, { code: codeOf(ports, await begun(ports, ada)) })
    expect(await readSession(ports, sessionId)).toBeNull()
    expect(await readSession(ports, here)).toMatchObject({ userId: ada.userId })
  })

  it('shows the secret, and takes the code, in the session it was begun in alone', async () => {
    const ada = await person(ports)
    const secret = await begun(ports, ada)
    const elsewhere = { ...ada, sessionId: 'another' }
    expect(await ownSecondStep(ports, elsewhere)).toEqual({ state: 'off' })
    expect(refusal(await confirmSecondStep(ports, elsewhere, { code: codeOf(ports, secret) })).code).toBe(
      'conflict',
    )
    value(await confirmSecondStep(ports, ada, { code: codeOf(ports, secret) }))
  })

  it('forgets what was begun a quarter of an hour ago', async () => {
    const ada = await person(ports)
    const secret = await begun(ports, ada)
    ports.clock.advance(15 * MINUTE)
    expect(await ownSecondStep(ports, ada)).toEqual({ state: 'off' })
    const late = await confirmSecondStep(ports, ada, { code: codeOf(ports, secret) })
    expect(refusal(late).code).toBe('conflict')
  })

  it('is for the staff', async () => {
    const member = await person(ports, 'member')
    expect(await ownSecondStep(ports, member)).toBeNull()
    for (const actor of [member, ANONYMOUS]) {
      expect(refusal(await beginSecondStep(ports, actor, { currentPassword: PASSWORD })).code).toBe(
        'forbidden',
      )
      expect(refusal(await confirmSecondStep(ports, actor, { code: '1' })).code).toBe('forbidden')
    }
  })
})

describe('switching codes off', () => {
  it('takes both, the password and a code, and ends every other session', async () => {
    const { ada, secret } = await withApp(ports)
    ports.clock.advance(30 * SECOND)
    const { sessionId } = value(await answer(ports, await ticketFor(ports), codeOf(ports, secret, -1)))
    const off = (currentPassword: string, code: string) =>
      removeSecondStep(ports, ada, { currentPassword, code }, client)
    expect(refusal(await off('a guess', codeOf(ports, secret))).fields).toHaveProperty('currentPassword')
    expect(refusal(await off(PASSWORD, '000000')).code).toBe('unauthenticated')
    expect(await ownSecondStep(ports, ada)).toMatchObject({ state: 'on' })
    const { sessionId: next } = value(await off(PASSWORD, codeOf(ports, secret)))
    expect(await readSession(ports, sessionId)).toBeNull()
    expect(await readSession(ports, next)).toMatchObject({ userId: ada.userId })
    expect((await signIn(ports, { email, password: PASSWORD }, client)).ok).toBe(true)
    expect(refusal(await off(PASSWORD, codeOf(ports, secret, 1))).code).toBe('conflict')
    expect(ports.tables.audit.at(-1)).toMatchObject({ action: 'remove.second-step' })
  })

  it('is done by the operator for whoever has lost everything, and by nobody else', async () => {
    const { ada } = await withApp(ports)
    const reset = (actor: SignedIn | typeof SYSTEM) => resetSecondStep(ports, actor, { emailKey: email })
    expect(refusal(await reset(ada)).code).toBe('forbidden')
    expect(value(await reset(SYSTEM))).toEqual({ name: 'Ada' })
    expect((await signIn(ports, { email, password: PASSWORD }, client)).ok).toBe(true)
    expect(refusal(await reset(SYSTEM)).code).toBe('conflict')
    expect(refusal(await resetSecondStep(ports, SYSTEM, { emailKey: 'x@y.example' })).code).toBe('not-found')
  })
})

describe('the picture for the app', () => {
  it('says the secret, whose it is and where, to whatever reads it', async () => {
    const ada = await person(ports)
    value(await beginSecondStep(ports, ada, { currentPassword: PASSWORD }))
    const own = await ownSecondStep(ports, ada)
    if (own?.state !== 'begun') throw new Error('It was not begun.')
    const scale = 4
    const side = own.picture.length * scale
    const data = new Uint8Array(side * side * 4).map((_, at) => {
      const [x, y] = [Math.floor(at / 4) % side, Math.floor(at / 4 / side)]
      const isDark = own.picture[Math.floor(y / scale)]?.[Math.floor(x / scale)] === '1'
      return at % 4 === 3 || !isDark ? 255 : 0
    })
    const address = new URL(decodeQR({ width: side, height: side, data }))
    expect(address.href).toMatch(/^otpauth:\/\/totp\//)
    expect(decodeURIComponent(address.pathname)).toContain(email)
    expect(address.searchParams.get('secret')).toBe(own.secret)
    expect(Number(address.searchParams.get('digits') ?? 6)).toBe(6)
  })
})
