import { AsyncLocalStorage } from 'node:async_hooks'
import { Secret, TOTP } from 'otpauth'
import { beforeEach, expect, it, vi } from 'vitest'
import { signInAction } from '../../app/(account)/login/sign-in-action'
import { codeAction } from '../../app/(account)/login/code/code-action'
import {
  beginAction,
  confirmAction,
  removeAction,
} from '../../app/(account)/account/second-step/second-step-actions'
import { readSessionToken } from '../../lib/auth/session-token'
import { type Stet, compose } from '../../lib/compose'
import { readEnv } from '../../lib/env'
import { type FormAction } from '../../lib/http/define-action'
import { IDLE } from '../../lib/http/form-state'
import { type RequestScope, provideRuntime } from '../../lib/http/runtime'
import { ANONYMOUS, type Actor } from '../../lib/kernel/actor'
import { SECOND } from '../../lib/kernel/clock'
import { theOwner } from '../support/builders/the-owner'
import { type MemoryPorts, memoryPorts } from '../support/memory/memory-ports'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }

/** A browser: what it has been given it sends. */
const browser = vi.hoisted(() => ({ cookies: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  headers: async () =>
    new Headers({
      origin: 'http://localhost:3000',
      'x-stet-path': '/login',
      'x-stet-address': '198.51.100.7',
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    }),
  cookies: async () => ({
    get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined),
    set: (name: string, value: string) =>
      value === '' ? browser.cookies.delete(name) : browser.cookies.set(name, value),
  }),
}))
vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.mock('next/server', () => ({ connection: async () => undefined }))
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`to ${path}`)
  },
}))

let ports: MemoryPorts
let stet: Stet
let status = 200
const scope = new AsyncLocalStorage<RequestScope>()

beforeEach(async () => {
  ports = memoryPorts()
  stet = compose(ports)
  browser.cookies.clear()
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  provideRuntime({ stet, env: readEnv({}), log, scope })
  await theOwner(stet)
})

/** Where it led, or what it answered in place. */
const post = async <T>(action: FormAction<T>, fields: Record<string, string>): Promise<unknown> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  try {
    return await scope.run({ setStatus: (wanted) => void (status = wanted) }, () => action(IDLE, form))
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

const whoIsHere = async (): Promise<Actor> => {
  const id = await readSessionToken(ports.secrets, browser.cookies.get('stet-session') ?? '')
  return (id !== null && (await stet.accounts.readSession(id))) || ANONYMOUS
}

it('switches on, asks for a code after the password, and switches off, as the forms are posted', async () => {
  expect(await post(signInAction, OWNER)).toBe('to /studio')
  const here = browser.cookies.get('stet-session')
  expect(await post(beginAction, { currentPassword: OWNER.password })).toBe('to /account/second-step')
  // Another session of the same person is not shown it.
  expect(await stet.accounts.secondStep(await theOwner(stet))).toEqual({ state: 'off' })
  const own = await stet.accounts.secondStep(await whoIsHere())
  if (own?.state !== 'begun') throw new Error('It was not begun.')
  const secret = Secret.fromBase32(own.secret)
  const code = (): string => {
    ports.clock.advance(30 * SECOND)
    return new TOTP({ secret }).generate({ timestamp: ports.clock.now() })
  }
  expect(await post(confirmAction, { code: '000000' })).toMatchObject({ kind: 'refused' })
  expect(status).toBe(422)
  const confirmed = await post(confirmAction, { code: code() })
  expect(confirmed).toMatchObject({
    kind: 'done',
    value: { codes: expect.arrayContaining([expect.any(String)]) },
  })
  // This device stays as it is: the answer is the page the codes stand on.
  expect(browser.cookies.get('stet-session')).toBe(here)

  browser.cookies.clear()
  expect(await post(signInAction, { ...OWNER, next: '/desk' })).toBe('to /login/code?next=%2Fdesk')
  expect([...browser.cookies.keys()]).toEqual(['stet-ticket'])
  expect(await post(codeAction, { code: '000000', next: '/desk' })).toMatchObject({ kind: 'refused' })
  expect(status).toBe(401)
  expect(await post(codeAction, { code: code(), next: '/desk' })).toBe('to /desk')
  expect([...browser.cookies.keys()]).toEqual(['stet-session'])

  expect(await post(removeAction, { currentPassword: OWNER.password, code: code() })).toBe(
    'to /account/second-step?off',
  )
  browser.cookies.clear()
  expect(await post(signInAction, OWNER)).toBe('to /studio')
})

it('opens nothing without the ticket of a password', async () => {
  expect(await post(codeAction, { code: '123456' })).toMatchObject({ kind: 'refused' })
  browser.cookies.set('stet-ticket', 'x.1.y')
  expect(await post(codeAction, { code: '123456' })).toMatchObject({ kind: 'refused' })
  expect(status).toBe(401)
  expect(browser.cookies.has('stet-session')).toBe(false)
})
