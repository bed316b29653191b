import { TOTP, Secret } from 'otpauth'
import decodeQR from 'qr/decode.js'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keyedSecrets } from '../../../lib/adapters/keyed-secrets'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { answerSecondStep } from '../../../lib/accounts/second-step/answer-second-step'
import { beginSecondStep } from '../../../lib/accounts/second-step/begin-second-step'
import { confirmSecondStep } from '../../../lib/accounts/second-step/confirm-second-step'
import { ownSecondStep } from '../../../lib/accounts/second-step/own-second-step'
import { removeSecondStep, resetSecondStep } from '../../../lib/accounts/second-step/remove-second-step'
import { changePassword } from '../../../lib/accounts/change-password'
import { createUser } from '../../../lib/accounts/create-user'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { ANONYMOUS, SYSTEM, type Role, type SignedIn } from '../../../lib/kernel/actor'
import { MINUTE, SECOND } from '../../../lib/kernel/clock'
import { aClient } from '../../support/builders/a-client'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'

const PASSWORD = 'ropes, knots and splices'
const email = 'ada@pencil.example'
const client = aClient()
let ports: MemoryPorts

beforeEach(() => {
  ports = memoryPorts()
})

const person = async (role: Role = 'moderator'): Promise<SignedIn> => {
  const { userId } = value(await createUser(ports, SYSTEM, { email, name: 'Ada', role, password: PASSWORD }))
  return { kind: 'user', userId, role, name: 'Ada', sessionId: 'none' }
}

/** What the app shows, `steps` half minutes from now. */
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: ports.clock.now() + steps * 30 * SECOND,
  })

const begun = async (ada: SignedIn): Promise<string> => {
  value(await beginSecondStep(ports, ada, { currentPassword: PASSWORD }))
  const own = await ownSecondStep(ports, ada)
  if (own?.state !== 'begun') throw new Error('It was not begun.')
  return own.secret
}

/** Somebody with an app that is used, and the clock on the next half minute. */
const withApp = async () => {
  const ada = await person()
  const secret = await begun(ada)
  const { codes } = value(await confirmSecondStep(ports, ada, { code: codeOf(secret) }))
  ports.clock.advance(30 * SECOND)
  return { ada, secret, codes }
}

const ticketFor = async (password = PASSWORD): Promise<string> => {
  const half = refusal(await signIn(ports, { email, password }, client))
  return String(half.details?.['ticket'])
}
const answer = (ticket: string, code: string) => answerSecondStep(ports, { ticket, code }, client)

describe('switching codes on', () => {
  it('takes the password, then a code that proves that the app has the secret', async () => {
    const ada = await person()
    expect(await ownSecondStep(ports, ada)).toEqual({ state: 'off' })
    expect(refusal(await beginSecondStep(ports, ada, { currentPassword: 'a guess' })).fields).toHaveProperty(
      'currentPassword',
    )
    const secret = await begun(ada)
    // Nothing is asked for yet.
    expect((await signIn(ports, { email, password: PASSWORD }, client)).ok).toBe(true)
    for (const wrong of ['', '000000', '12345', codeOf(secret, 3), codeOf(secret, -3), secret]) {
      const refused = refusal(await confirmSecondStep(ports, ada, { code: wrong }))
      expect(refused).toMatchObject({ code: 'invalid', fields: { code: expect.any(String) } })
    }
    const { codes } = value(await confirmSecondStep(ports, ada, { code: codeOf(secret) }))
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{4}-?){4}$/)
    // The secret is told no more.
    expect(await ownSecondStep(ports, ada)).toEqual({ state: 'on', codesLeft: 10 })
    expect(refusal(await beginSecondStep(ports, ada, { currentPassword: PASSWORD })).code).toBe('conflict')
    expect(ports.tables.audit.map(({ action }) => action)).toContain('add.second-step')
    expect(JSON.stringify([...ports.tables.audit])).not.toContain(secret)
  })

  it('signs every other device out', async () => {
    const somebody = await person()
    const enter = async () => value(await signIn(ports, { email, password: PASSWORD }, client)).sessionId
    const [sessionId, here] = [await enter(), await enter()]
    const ada = { ...somebody, sessionId: here }
    await confirmSecondStep(ports, ada, { code: codeOf(await begun(ada)) })
    expect(await readSession(ports, sessionId)).toBeNull()
    expect(await readSession(ports, here)).toMatchObject({ userId: ada.userId })
  })

  it('shows the secret, and takes the code, in the session it was begun in alone', async () => {
    const ada = await person()
    const secret = await begun(ada)
    const elsewhere = { ...ada, sessionId: 'another' }
    expect(await ownSecondStep(ports, elsewhere)).toEqual({ state: 'off' })
    expect(refusal(await confirmSecondStep(ports, elsewhere, { code: codeOf(secret) })).code).toBe('conflict')
    value(await confirmSecondStep(ports, ada, { code: codeOf(secret) }))
  })

  it('forgets what was begun a quarter of an hour ago', async () => {
    const ada = await person()
    const secret = await begun(ada)
    ports.clock.advance(15 * MINUTE)
    expect(await ownSecondStep(ports, ada)).toEqual({ state: 'off' })
    const late = await confirmSecondStep(ports, ada, { code: codeOf(secret) })
    expect(refusal(late).code).toBe('conflict')
  })

  it('is for the staff', async () => {
    const member = await person('member')
    expect(await ownSecondStep(ports, member)).toBeNull()
    for (const actor of [member, ANONYMOUS]) {
      expect(refusal(await beginSecondStep(ports, actor, { currentPassword: PASSWORD })).code).toBe(
        'forbidden',
      )
      expect(refusal(await confirmSecondStep(ports, actor, { code: '1' })).code).toBe('forbidden')
    }
  })
})

describe('signing in with a code', () => {
  it('opens nothing with the password alone', async () => {
    await withApp()
    const half = refusal(await signIn(ports, { email, password: PASSWORD }, client))
    expect(half.code).toBe('unauthenticated')
    expect(half.details).toEqual({ ticket: expect.any(String) })
    // Without the password there is no ticket either.
    expect(refusal(await signIn(ports, { email, password: 'a guess' }, client)).details).toBeUndefined()
  })

  it.each([-1, 0, 1])('takes the code of %d half minutes from now, once', async (drift) => {
    const { secret, ada } = await withApp()
    ports.clock.advance(30 * SECOND)
    const code = codeOf(secret, drift)
    const { sessionId } = value(await answer(await ticketFor(), code))
    expect(await readSession(ports, sessionId)).toMatchObject({ userId: ada.userId })
    expect(refusal(await answer(await ticketFor(), code)).code).toBe('unauthenticated')
    // Nor what came before it.
    expect((await answer(await ticketFor(), codeOf(secret, drift - 1))).ok).toBe(false)
  })

  it.each([-2, 2, 20])('refuses the code of %d half minutes from now', async (drift) => {
    const { secret } = await withApp()
    ports.clock.advance(2 * MINUTE)
    expect(refusal(await answer(await ticketFor(), codeOf(secret, drift))).code).toBe('unauthenticated')
  })

  it('takes the code that switched it on for used', async () => {
    const ada = await person()
    const secret = await begun(ada)
    const code = codeOf(secret)
    await confirmSecondStep(ports, ada, { code })
    expect(refusal(await answer(await ticketFor(), code)).code).toBe('unauthenticated')
  })

  it('takes each recovery code once, however it is typed', async () => {
    const { ada, codes } = await withApp()
    const [first = '', second = ''] = codes
    expect((await answer(await ticketFor(), ` ${first.toUpperCase().replaceAll('-', ' ')} `)).ok).toBe(true)
    expect(refusal(await answer(await ticketFor(), first)).code).toBe('unauthenticated')
    expect((await answer(await ticketFor(), second)).ok).toBe(true)
    expect(await ownSecondStep(ports, ada)).toEqual({ state: 'on', codesLeft: 8 })
    expect(ports.tables.audit.filter(({ action }) => action === 'use.recovery-code')).toHaveLength(2)
    expect(JSON.stringify([...ports.tables.audit])).not.toContain(first)
  })

  it('opens one session with a ticket, whatever codes come with it', async () => {
    const { ada, secret, codes } = await withApp()
    ports.clock.advance(30 * SECOND)
    const ticket = await ticketFor()
    const [recovery = ''] = codes
    const tries = await Promise.all(
      [codeOf(secret), codeOf(secret, 1), recovery].map((code) => answer(ticket, code)),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    ports.clock.advance(30 * SECOND)
    expect(refusal(await answer(ticket, codeOf(secret, 1)))).toMatchObject({ details: { over: true } })
    expect(await ports.accountStore.listSessions(ada.userId, ports.clock.now())).toHaveLength(1)
  })

  it('ends a session that was opened in the moment in which codes were switched on', async () => {
    const ada = await person()
    const secret = await begun(ada)
    const { accountStore } = ports
    const insert = accountStore.insertSession.bind(accountStore)
    vi.spyOn(accountStore, 'insertSession').mockImplementationOnce(async (session) => {
      value(await confirmSecondStep(ports, ada, { code: codeOf(secret) }))
      await insert(session)
    })
    expect(refusal(await signIn(ports, { email, password: PASSWORD }, client)).code).toBe('unauthenticated')
    expect(await accountStore.listSessions(ada.userId, ports.clock.now())).toEqual([])
  })

  it('lets nobody guess: after five codes it waits', async () => {
    const { secret } = await withApp()
    const limited = { ...ports, limits: memoryLimits() }
    const ticket = await ticketFor()
    for (let n = 0; n < 5; n += 1) {
      const wrong = await answerSecondStep(limited, { ticket, code: `00000${n}` }, aClient(n))
      expect(refusal(wrong).code).toBe('unauthenticated')
    }
    const right = await answerSecondStep(limited, { ticket, code: codeOf(secret) }, aClient(9))
    expect(refusal(right).code).toBe('limited')
  })

  it('keeps nobody who is signed in from a new password, who guesses at the door; and lets nobody guess there either', async () => {
    const { ada, secret } = await withApp()
    const limited = { ...ports, limits: memoryLimits() }
    const ticket = await ticketFor()
    for (let n = 0; n < 6; n += 1) await answerSecondStep(limited, { ticket, code: `00000${n}` }, aClient(n))
    const change = (code: string) =>
      changePassword(
        limited,
        ada,
        {
          ...{ currentPassword: PASSWORD, code },
          ...{ newPassword: 'another one of those', newPasswordAgain: 'another one of those' },
        },
        client,
      )
    for (let n = 0; n < 4; n += 1) expect(refusal(await change('000000')).code).toBe('unauthenticated')
    value(await change(codeOf(secret)))
    const again = (code: string) =>
      removeSecondStep(limited, ada, { currentPassword: 'another one of those', code }, client)
    for (let n = 0; n < 5; n += 1) expect(refusal(await again('000000')).code).toBe('unauthenticated')
    expect(refusal(await again(codeOf(secret, 1))).code).toBe('limited')
  })

  it('wants the password of now, within ten minutes, and a ticket of ours', async () => {
    const { ada, secret } = await withApp()
    const ticket = await ticketFor()
    const [userId = '', until = '', nonce = '', mac = ''] = ticket.split('.')
    for (const forged of [
      '',
      'x',
      `${userId}.${Number(until) + 1}.${nonce}.${mac}`,
      `${userId}.${until}.${nonce}x.${mac}`,
      `${'0'.repeat(26)}.${until}.${nonce}.${mac}`,
      `${userId}.${until}.${nonce}.`,
    ]) {
      expect(refusal(await answer(forged, codeOf(secret)))).toMatchObject({ details: { over: true } })
    }
    const change = {
      currentPassword: PASSWORD,
      newPassword: 'another one of those',
      newPasswordAgain: 'another one of those',
    }
    // Who has the password but not the app gets no new one.
    const alone = refusal(await changePassword(ports, ada, change, client))
    expect(Object.keys(alone.fields ?? {})).toEqual(['code'])
    value(await changePassword(ports, ada, { ...change, code: codeOf(secret) }, client))
    expect(refusal(await answer(ticket, codeOf(secret)))).toMatchObject({ details: { over: true } })
    const fresh = await ticketFor('another one of those')
    ports.clock.advance(10 * MINUTE)
    expect(refusal(await answer(fresh, codeOf(secret)))).toMatchObject({ details: { over: true } })
  })
})

describe('switching codes off', () => {
  it('takes both, the password and a code, and ends every other session', async () => {
    const { ada, secret } = await withApp()
    ports.clock.advance(30 * SECOND)
    const { sessionId } = value(await answer(await ticketFor(), codeOf(secret, -1)))
    const off = (currentPassword: string, code: string) =>
      removeSecondStep(ports, ada, { currentPassword, code }, client)
    expect(refusal(await off('a guess', codeOf(secret))).fields).toHaveProperty('currentPassword')
    expect(refusal(await off(PASSWORD, '000000')).code).toBe('unauthenticated')
    expect(await ownSecondStep(ports, ada)).toMatchObject({ state: 'on' })
    const { sessionId: next } = value(await off(PASSWORD, codeOf(secret)))
    expect(await readSession(ports, sessionId)).toBeNull()
    expect(await readSession(ports, next)).toMatchObject({ userId: ada.userId })
    expect((await signIn(ports, { email, password: PASSWORD }, client)).ok).toBe(true)
    expect(refusal(await off(PASSWORD, codeOf(secret, 1))).code).toBe('conflict')
    expect(ports.tables.audit.at(-1)).toMatchObject({ action: 'remove.second-step' })
  })

  it('is done by the operator for whoever has lost everything, and by nobody else', async () => {
    const { ada } = await withApp()
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
    const ada = await person()
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

describe('what is sealed', () => {
  const secrets = keyedSecrets(Buffer.alloc(32, 7))

  it('is read again for its purpose alone, as it was, and with this key alone', () => {
    const text = secrets.seal('second-step', 'JBSWY3DPEHPK3PXP')
    expect(text).not.toContain('JBSW')
    expect(secrets.seal('second-step', 'JBSWY3DPEHPK3PXP')).not.toBe(text)
    expect(secrets.open('second-step', text)).toBe('JBSWY3DPEHPK3PXP')
    expect(secrets.open('another', text)).toBeNull()
    expect(keyedSecrets(Buffer.alloc(32, 8)).open('second-step', text)).toBeNull()
    for (const broken of [
      '',
      'x',
      text.slice(0, -2),
      text.slice(2),
      `${text.slice(0, 20)}A${text.slice(21)}x`,
    ]) {
      expect(secrets.open('second-step', broken)).toBeNull()
    }
  })
})
