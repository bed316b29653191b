import { beforeEach, describe, expect, test } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { changeMaintenance } from '../../../lib/accounts/change-maintenance'
import { closeConversation } from '../../../lib/accounts/close-conversation'
import { whatIsAsked } from '../../../lib/accounts/confirm-again'
import { endSessions } from '../../../lib/accounts/end-sessions'
import { readSession } from '../../../lib/accounts/read-session'
import { recoveryHash } from '../../../lib/accounts/second-step/recovery-codes'
import { signIn } from '../../../lib/accounts/sign-in'
import { presentArticle } from '../../../lib/articles/present-article'
import { ANONYMOUS, type SignedIn } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { LIMITS } from '../../../lib/kernel/limits'
import { modeFor } from '../../../lib/moderation/checks/mode-for'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { person, publicPiece } from '../../support/conversation'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'

const PASSWORD = 'three blind mice run'
const RECOVERY = 'k3f9-2mzt-k3f9-2mzt'
let ports: MemoryPorts
let owner: SignedIn
let name: string

const withPassword = async (role: 'owner' | 'editor', email: string): Promise<SignedIn> => {
  const somebody = await person(ports, role, email)
  const user = ports.tables.users.get(somebody.userId)
  if (!user) throw new Error(`${email} is missing.`)
  ports.tables.users.set(user.id, { ...user, email, emailKey: email, passwordHash: `plain:${PASSWORD}` })
  return somebody
}

beforeEach(async () => {
  ports = { ...memoryPorts(), limits: memoryLimits() }
  owner = await withPassword('owner', 'owner@pencil.example')
  name = (await ports.settingsStore.read()).settings.name
})

describe('the danger zone', () => {
  test('asks for the name and the password, and does nothing without both', async () => {
    for (const [proof, field] of [
      [{ name: 'Another', password: PASSWORD }, 'name'],
      [{ name, password: 'not this one' }, 'password'],
      [{ name, password: '' }, 'password'],
    ] as const) {
      const refused = refusal(await closeConversation(ports, owner, { ...proof, closed: 'yes' }))
      expect(Object.keys(refused.fields ?? {})).toEqual([field])
      expect(Object.keys(refusal(await endSessions(ports, owner, proof)).fields ?? {})).toEqual([field])
      const closed = await changeMaintenance(ports, owner, { ...proof, closed: 'yes' })
      expect(Object.keys(refusal(closed).fields ?? {})).toEqual([field])
    }
    expect((await ports.settingsStore.read()).settings.maintenance).toBe(false)
    expect((await ports.settingsStore.read()).settings.conversationClosed).toBe(false)
    expect(ports.tables.audit.map(({ action }) => action)).toEqual(['create.user'])
  })

  test('asks who it is once in ten minutes of a session, and for a code where codes are on', async () => {
    const { sessionId } = value(
      await signIn(ports, { email: 'owner@pencil.example', password: PASSWORD }, aClient()),
    )
    const here = { ...owner, sessionId }
    const close = (proof: { password?: string; code?: string }, who = here) =>
      closeConversation(ports, who, { name, closed: 'yes', ...proof })
    const fieldsOf = async (...args: Parameters<typeof close>) =>
      Object.keys(refusal(await close(...args)).fields ?? {})
    // Signing in is no confirmation.
    expect(await whatIsAsked(ports, here)).toBe('password')
    expect(await fieldsOf({})).toEqual(['password'])
    value(await close({ password: PASSWORD }))
    expect(await whatIsAsked(ports, here)).toBe('nothing')
    value(await close({}))
    // Another session of the same person is asked all the same.
    expect(await fieldsOf({}, owner)).toEqual(['password'])
    ports.clock.advance(10 * MINUTE)
    expect(await fieldsOf({})).toEqual(['password'])

    const step = { userId: owner.userId, sealed: 'sealed', begunBy: sessionId, createdAt: ports.clock.now() }
    await ports.secondStepStore.begin(step)
    await ports.secondStepStore.confirm(
      step,
      {
        step: 1,
        codes: [recoveryHash(ports, owner.userId, RECOVERY)],
        at: ports.clock.now(),
        here: sessionId,
      },
      { actor: owner, action: 'add.second-step', subject: `user:${owner.userId}`, detail: {} },
    )
    expect(await whatIsAsked(ports, here)).toBe('password and code')
    expect(await fieldsOf({ password: PASSWORD })).toEqual(['code'])
    expect(await fieldsOf({ password: PASSWORD, code: '000000' })).toEqual(['code'])
    expect(await fieldsOf({ password: 'not this one', code: RECOVERY })).toEqual(['password'])
    value(await close({ password: PASSWORD, code: RECOVERY }))
    value(await close({}))
  })

  test('is the owner’s alone, whoever knows a password', async () => {
    const editor = await withPassword('editor', 'editor@pencil.example')
    const proof = { name, password: PASSWORD }
    for (const [by, code] of [
      [editor, 'forbidden'],
      [ANONYMOUS, 'unauthenticated'],
    ] as const) {
      expect(refusal(await closeConversation(ports, by, { ...proof, closed: 'yes' })).code).toBe(code)
      expect(refusal(await endSessions(ports, by, proof)).code).toBe(code)
      expect(refusal(await changeMaintenance(ports, by, { ...proof, closed: 'yes' })).code).toBe(code)
    }
  })

  test('guesses a password no faster than the door', async () => {
    const codes = []
    for (let n = 0; n < 8; n += 1)
      codes.push(refusal(await endSessions(ports, owner, { name, password: `guess ${n}` })).code)
    expect(codes.at(-1)).toBe('limited')
  })

  test('is not shut by strangers who guess at the door with the owner’s address', async () => {
    const guess = (n: number) =>
      signIn(ports, { email: 'owner@pencil.example', password: `guess ${n}` }, aClient())
    for (let n = 0; n < LIMITS['login.account'].points; n += 1) await guess(n)
    expect(refusal(await guess(9)).code).toBe('limited')
    value(await closeConversation(ports, owner, { name, password: PASSWORD, closed: 'yes' }))
    // And what the owner does opens the door to nobody.
    expect(refusal(await guess(9)).code).toBe('limited')
  })

  test('closes every thread whatever pieces say, and gives each back what it said', async () => {
    const piece = await publicPiece(ports, owner, { commentMode: 'open' })
    const close = (closed: 'yes' | 'no') =>
      closeConversation(ports, owner, { name, password: PASSWORD, closed })
    const isOpen = async () => {
      const { settings } = await ports.settingsStore.read()
      const read = await ports.articleReader.readById(piece.id, ports.clock.now())
      if (!read) throw new Error('It is public.')
      expect(modeFor(read, settings) !== 'closed').toBe(
        presentArticle(read, settings, ports.clock.now()).commentsOpen,
      )
      return modeFor(read, settings) !== 'closed'
    }
    expect(await isOpen()).toBe(true)
    value(await close('yes'))
    expect(await isOpen()).toBe(false)
    // Twice is once.
    value(await close('yes'))
    value(await close('no'))
    expect(await isOpen()).toBe(true)
    expect(ports.tables.audit.map(({ action }) => action).slice(-2)).toEqual([
      'close.conversation',
      'open.conversation',
    ])
    expect([...ports.tables.outbox.values()].map(({ effect }) => effect.kind)).toEqual(
      expect.arrayContaining(['settings.changed']),
    )
  })

  test('asks readers to come back later, in the owner’s words, and both ways are lines of the log', async () => {
    const change = (closed: 'yes' | 'no') =>
      changeMaintenance(ports, owner, { name, password: PASSWORD, closed, note: ' Back\nat six. ' })
    for (const closed of ['yes', 'yes', 'no'] as const) {
      expect(value(await change(closed))).toEqual({ closed: closed === 'yes' })
      expect((await ports.settingsStore.read()).settings).toMatchObject({
        maintenance: closed === 'yes',
        maintenanceNote: closed === 'yes' ? 'Back at six.' : '',
      })
    }
    expect(ports.tables.audit.map(({ action }) => action).slice(-2)).toEqual([
      'begin.maintenance',
      'end.maintenance',
    ])
  })

  test('signs everybody out, and says in the log how many sessions ended', async () => {
    await withPassword('editor', 'editor@pencil.example')
    const sessions = []
    for (const email of ['owner@pencil.example', 'editor@pencil.example'])
      sessions.push(await must('sign in', signIn(ports, { email, password: PASSWORD }, aClient())))
    const ended = value(await endSessions(ports, owner, { name: ` ${name} `, password: PASSWORD }))
    expect(ended).toEqual({ ended: 2 })
    for (const { sessionId } of sessions) expect(await readSession(ports, sessionId)).toBeNull()
    expect(ports.tables.audit.at(-1)).toMatchObject({ action: 'end.sessions', detail: { ended: 2 } })
  })
})
