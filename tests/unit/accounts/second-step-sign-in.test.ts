import { beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { answerSecondStep } from '../../../lib/accounts/second-step/answer-second-step'
import { confirmSecondStep } from '../../../lib/accounts/second-step/confirm-second-step'
import { ownSecondStep } from '../../../lib/accounts/second-step/own-second-step'
import { removeSecondStep } from '../../../lib/accounts/second-step/remove-second-step'
import { changePassword } from '../../../lib/accounts/change-password'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { MINUTE, SECOND } from '../../../lib/kernel/clock'
import { aClient } from '../../support/builders/a-client'
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

describe('signing in with a code', () => {
  it('opens nothing with the password alone', async () => {
    await withApp(ports)
    const half = refusal(await signIn(ports, { email, password: PASSWORD }, client))
    expect(half.code).toBe('unauthenticated')
    expect(half.details).toEqual({ ticket: expect.any(String) })
    // Without the password there is no ticket either.
    expect(refusal(await signIn(ports, { email, password: 'a guess' }, client)).details).toBeUndefined()
  })

  it.each([-1, 0, 1])('takes the code of %d half minutes from now, once', async (drift) => {
    const { secret, ada } = await withApp(ports)
    ports.clock.advance(30 * SECOND)
    const code = codeOf(ports, secret, drift)
    const { sessionId } = value(await answer(ports, await ticketFor(ports), code))
    expect(await readSession(ports, sessionId)).toMatchObject({ userId: ada.userId })
    expect(refusal(await answer(ports, await ticketFor(ports), code)).code).toBe('unauthenticated')
    // Nor what came before it.
    expect((await answer(ports, await ticketFor(ports), codeOf(ports, secret, drift - 1))).ok).toBe(false)
  })

  it.each([-2, 2, 20])('refuses the code of %d half minutes from now', async (drift) => {
    const { secret } = await withApp(ports)
    ports.clock.advance(2 * MINUTE)
    expect(refusal(await answer(ports, await ticketFor(ports), codeOf(ports, secret, drift))).code).toBe(
      'unauthenticated',
    )
  })

  it('takes the code that switched it on for used', async () => {
    const ada = await person(ports)
    const secret = await begun(ports, ada)
    const code = codeOf(ports, secret)
    await confirmSecondStep(ports, ada, { code })
    expect(refusal(await answer(ports, await ticketFor(ports), code)).code).toBe('unauthenticated')
  })

  it('takes each recovery code once, however it is typed', async () => {
    const { ada, codes } = await withApp(ports)
    const [first = '', second = ''] = codes
    expect(
      (await answer(ports, await ticketFor(ports), ` ${first.toUpperCase().replaceAll('-', ' ')} `)).ok,
    ).toBe(true)
    expect(refusal(await answer(ports, await ticketFor(ports), first)).code).toBe('unauthenticated')
    expect((await answer(ports, await ticketFor(ports), second)).ok).toBe(true)
    expect(await ownSecondStep(ports, ada)).toEqual({ state: 'on', codesLeft: 8 })
    expect(ports.tables.audit.filter(({ action }) => action === 'use.recovery-code')).toHaveLength(2)
    expect(JSON.stringify([...ports.tables.audit])).not.toContain(first)
  })

  it('opens one session with a ticket, whatever codes come with it', async () => {
    const { ada, secret, codes } = await withApp(ports)
    ports.clock.advance(30 * SECOND)
    const ticket = await ticketFor(ports)
    const [recovery = ''] = codes
    const tries = await Promise.all(
      [codeOf(ports, secret), codeOf(ports, secret, 1), recovery].map((code) => answer(ports, ticket, code)),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    ports.clock.advance(30 * SECOND)
    expect(refusal(await answer(ports, ticket, codeOf(ports, secret, 1)))).toMatchObject({
      details: { over: true },
    })
    expect(await ports.accountStore.listSessions(ada.userId, ports.clock.now())).toHaveLength(1)
  })

  it('ends a session that was opened in the moment in which codes were switched on', async () => {
    const ada = await person(ports)
    const secret = await begun(ports, ada)
    const { accountStore } = ports
    const insert = accountStore.insertSession.bind(accountStore)
    vi.spyOn(accountStore, 'insertSession').mockImplementationOnce(async (session) => {
      value(await confirmSecondStep(ports, ada, { code: codeOf(ports, secret) }))
      await insert(session)
    })
    expect(refusal(await signIn(ports, { email, password: PASSWORD }, client)).code).toBe('unauthenticated')
    expect(await accountStore.listSessions(ada.userId, ports.clock.now())).toEqual([])
  })

  it('lets nobody guess: after five codes it waits', async () => {
    const { secret } = await withApp(ports)
    const limited = { ...ports, limits: memoryLimits() }
    const ticket = await ticketFor(ports)
    for (let n = 0; n < 5; n += 1) {
      const wrong = await answerSecondStep(limited, { ticket, code: `00000${n}` }, aClient(n))
      expect(refusal(wrong).code).toBe('unauthenticated')
    }
    const right = await answerSecondStep(limited, { ticket, code: codeOf(ports, secret) }, aClient(9))
    expect(refusal(right).code).toBe('limited')
  })

  it('keeps nobody who is signed in from a new password, who guesses at the door; and lets nobody guess there either', async () => {
    const { ada, secret } = await withApp(ports)
    const limited = { ...ports, limits: memoryLimits() }
    const ticket = await ticketFor(ports)
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
    value(await change(codeOf(ports, secret)))
    const again = (code: string) =>
      removeSecondStep(limited, ada, { currentPassword: 'another one of those', code }, client)
    for (let n = 0; n < 5; n += 1) expect(refusal(await again('000000')).code).toBe('unauthenticated')
    expect(refusal(await again(codeOf(ports, secret, 1))).code).toBe('limited')
  })

  it('wants the password of now, within ten minutes, and a ticket of ours', async () => {
    const { ada, secret } = await withApp(ports)
    const ticket = await ticketFor(ports)
    const [userId = '', until = '', nonce = '', mac = ''] = ticket.split('.')
    for (const forged of [
      '',
      'x',
      `${userId}.${Number(until) + 1}.${nonce}.${mac}`,
      `${userId}.${until}.${nonce}x.${mac}`,
      `${'0'.repeat(26)}.${until}.${nonce}.${mac}`,
      `${userId}.${until}.${nonce}.`,
    ]) {
      expect(refusal(await answer(ports, forged, codeOf(ports, secret)))).toMatchObject({
        details: { over: true },
      })
    }
    const change = {
      currentPassword: PASSWORD,
      newPassword: 'another one of those',
      newPasswordAgain: 'another one of those',
    }
    // Who has the password but not the app gets no new one.
    const alone = refusal(await changePassword(ports, ada, change, client))
    expect(Object.keys(alone.fields ?? {})).toEqual(['code'])
    value(await changePassword(ports, ada, { ...change, code: codeOf(ports, secret) }, client))
    expect(refusal(await answer(ports, ticket, codeOf(ports, secret)))).toMatchObject({
      details: { over: true },
    })
    const fresh = await ticketFor(ports, 'another one of those')
    ports.clock.advance(10 * MINUTE)
    expect(refusal(await answer(ports, fresh, codeOf(ports, secret)))).toMatchObject({
      details: { over: true },
    })
  })
})
