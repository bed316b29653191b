import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readSession } from '../../../lib/accounts/read-session'
import { handleNextAuth } from '../../../lib/auth/handle-next-auth'
import { nextAuthOptions } from '../../../lib/auth/next-auth-options'
import { readActor } from '../../../lib/auth/read-actor'
import { printSessionToken } from '../../../lib/auth/session-token'
import type { SignedIn } from '../../../lib/kernel/actor'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { HERE, PASSWORD, somebodyHere } from '../../support/people'
import { houseOf } from './house'

const ORIGIN = 'http://localhost:4600'
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }

let ports: MemoryPorts
let editor: SignedIn

beforeAll(() => {
  vi.stubEnv('NEXTAUTH_URL', ORIGIN)
})
afterAll(() => {
  vi.unstubAllEnvs()
})
beforeEach(async () => {
  vi.clearAllMocks()
  ports = memoryPorts()
  editor = await somebodyHere(ports, 'editor')
})

/** A browser that keeps cookies between calls. */
class Browser {
  readonly jar = new Map<string, string>()

  async ask(path: string, form?: Record<string, string>): Promise<Response> {
    const house = houseOf(ports, ORIGIN)
    const request = new Request(`${ORIGIN}/api/auth/${path}`, {
      method: form ? 'POST' : 'GET',
      headers: { cookie: this.cookie() },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    const steps = path.split('?')[0]?.split('/') ?? []
    const answer = await handleNextAuth(request, steps, nextAuthOptions({ ...house, log }, HERE))
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = '', rest = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? []
      if (value === '' || rest.includes('Max-Age=0')) this.jar.delete(name)
      else this.jar.set(name, value)
    }
    return answer
  }

  cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async csrf(): Promise<string> {
    const { csrfToken } = (await (await this.ask('csrf')).json()) as { csrfToken: string }
    return csrfToken
  }

  async actor() {
    return (await readActor(houseOf(ports, ORIGIN), this.cookie())).actor
  }
}

const signedInBrowser = async (): Promise<Browser> => {
  const browser = new Browser()
  browser.jar.set('stet-session', await printSessionToken(ports.secrets, editor.sessionId))
  return browser
}

describe('next-auth', () => {
  test('signs in through our use-case and hands out our cookie', async () => {
    const browser = new Browser()
    const csrfToken = await browser.csrf()
    const answer = await browser.ask('callback/credentials', {
      csrfToken,
      email: 'editor@example.org',
      password: PASSWORD,
      callbackUrl: '/studio',
    })
    expect(answer.headers.get('location')).toBe(`${ORIGIN}/studio`)
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('stet-session='))
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax/)
    expect(await browser.actor()).toMatchObject({ kind: 'user', role: 'editor' })
  })

  test('refuses a wrong password, and a right one without its own form token', async () => {
    const browser = new Browser()
    const csrfToken = await browser.csrf()
    const typed = { email: 'editor@example.org', password: PASSWORD }
    await browser.ask('callback/credentials', { ...typed, csrfToken, password: 'not the password' })
    await browser.ask('callback/credentials', { ...typed, csrfToken: 'forged' })
    expect(browser.jar.has('stet-session')).toBe(false)
    expect(ports.tables.sessions.size).toBe(1)
  })

  test('says who is signed in as long as the row says so', async () => {
    const browser = await signedInBrowser()
    const session = (await (await browser.ask('session')).json()) as unknown
    expect(session).toMatchObject({ user: { name: 'The editor', role: 'editor' } })
    expect(JSON.stringify(session)).not.toContain(editor.sessionId)
    expect(await browser.actor()).toMatchObject({ sessionId: editor.sessionId })

    await ports.accountStore.revokeSession(editor.sessionId, ports.clock.now())
    const after = await browser.ask('session')
    expect(await after.json()).toEqual({})
    expect(browser.jar.has('stet-session')).toBe(false)
  })

  test('revokes the row when it signs out: a kept copy of the cookie opens nothing', async () => {
    const browser = await signedInBrowser()
    const copy = browser.jar.get('stet-session') ?? ''
    await browser.ask('signout', { csrfToken: await browser.csrf() })
    expect(browser.jar.has('stet-session')).toBe(false)
    expect(await readSession(ports, editor.sessionId)).toBeNull()
    browser.jar.set('stet-session', copy)
    expect(await browser.actor()).toEqual({ kind: 'anonymous' })
  })

  test('changes nothing by GET', async () => {
    const browser = await signedInBrowser()
    for (const path of ['signout', 'signin', 'error', 'providers']) await browser.ask(path)
    expect(await readSession(ports, editor.sessionId)).not.toBeNull()
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'x'])(
    'sends nobody to %s',
    async (callbackUrl) => {
      const browser = new Browser()
      const csrfToken = await browser.csrf()
      const typed = { csrfToken, email: 'editor@example.org', password: PASSWORD, callbackUrl }
      expect((await browser.ask('callback/credentials', typed)).headers.get('location')).toBe(`${ORIGIN}/`)
    },
  )

  test.each([
    ['_log', { level: 'error', code: 'x' }],
    ['session', { csrfToken: 'x' }],
    ['signin/credentials', {}],
    ['callback/other', {}],
    ['verify-request', undefined],
    ['__proto__', undefined],
  ])('does not serve %s', async (path, form) => {
    expect((await new Browser().ask(path, form)).status).toBe(404)
    expect(log.warn).not.toHaveBeenCalled()
  })

  test('logs codes, never what was typed', async () => {
    const browser = new Browser()
    browser.jar.set('stet-session', 'forged.forged.forged.forged.forged')
    expect(await (await browser.ask('session')).json()).toEqual({})
    expect(JSON.stringify(log.warn.mock.calls)).not.toContain('forged')
  })

  test('answers broken JSON with 400', async () => {
    const request = new Request(`${ORIGIN}/api/auth/signout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    })
    const options = nextAuthOptions({ ...houseOf(ports, ORIGIN), log }, HERE)
    expect((await handleNextAuth(request, ['signout'], options)).status).toBe(400)
  })

  test('keeps every answer private', async () => {
    expect((await new Browser().ask('csrf')).headers.get('cache-control')).toBe('private, no-store')
  })
})
