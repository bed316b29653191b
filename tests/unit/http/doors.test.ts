import { AsyncLocalStorage } from 'node:async_hooks'
import { isValidElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { cookieName } from '../../../lib/auth/cookies'
import { printSessionToken } from '../../../lib/auth/session-token'
import { type Stet, compose } from '../../../lib/compose'
import { readEnv } from '../../../lib/env'
import { defineAction } from '../../../lib/http/define-action'
import { defineNextRoute } from '../../../lib/http/define-next-route'
import { defineRoute } from '../../../lib/http/define-route'
import { IDLE } from '../../../lib/http/form-state'
import { openPage } from '../../../lib/http/open-page'
import { jsonAnswer, noContent } from '../../../lib/http/route-answer'
import { type RequestScope, provideRuntime } from '../../../lib/http/runtime'
import type { Role } from '../../../lib/kernel/actor'
import { fail, ok } from '../../../lib/kernel/result'
import { StorageFull } from '../../../lib/kernel/storage-full'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { memoryPorts } from '../../support/memory/memory-ports'

const ORIGIN = 'http://localhost:3000'
const PASSWORD = 'the blue end and the red one'

/** Next's side of a request, as far as the doors look at it. */
const next = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => next.headers }))
vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.mock('next/server', () => ({ connection: async () => undefined }))
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirect to ${path}`)
  },
}))

let stet: Stet
let status = 200
const scope = new AsyncLocalStorage<RequestScope>()
const rendered = <T>(work: () => Promise<T>): Promise<T> =>
  scope.run({ setStatus: (wanted) => void (status = wanted) }, work)

beforeEach(() => {
  stet = compose(memoryPorts())
  status = 200
  next.headers = new Headers({
    origin: ORIGIN,
    'x-stet-path': '/desk?tab=spam',
    'x-stet-address': '198.51.100.7',
  })
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  provideRuntime({ stet, env: readEnv({}), log, scope })
})
afterEach(() => vi.restoreAllMocks())

/** The Cookie header of somebody who signed in with this role. */
const signedInAs = async (role: Role): Promise<string> => {
  const owner = await theOwner(stet)
  const email = role === 'owner' ? 'owner@pencil.example' : `${role}@pencil.example`
  if (role !== 'owner') {
    await must(
      'user',
      stet.accounts.createUser(owner, { email, name: `A ${role}`, role, password: PASSWORD }),
    )
  }
  const client = { addressBlock: '198.51.100.7', userAgent: '', requestId: '' }
  const { sessionId } = await must('sign in', stet.accounts.signIn({ email, password: PASSWORD }, client))
  return `${cookieName('session', false)}=${await printSessionToken(stet.ports.secrets, sessionId)}`
}

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

describe('defineAction', () => {
  const run = vi.fn(async ({ input }: { input: { title: string; version: number } }) =>
    input.title === 'taken' ? fail('conflict', 'Somebody was faster.') : ok(input.version + 1),
  )
  const input = z.strictObject({
    title: z.string().min(1, 'Give it a title.'),
    version: z.coerce.number().int(),
  })
  const action = defineAction({ input, run })
  const post = (fields: Record<string, string>) => rendered(() => action(IDLE, form(fields)))
  afterEach(() => run.mockClear())

  it('parses, runs as whoever asks and gives the value back', async () => {
    next.headers.set('cookie', await signedInAs('editor'))
    const state = await post({ $ACTION_KEY: 'k', '$ACTION_1:0': '{}', title: 'Ropes', version: '3' })
    expect(state).toEqual({ kind: 'done', value: 4 })
    expect(status).toBe(200)
    expect(run.mock.calls[0]?.[0]).toMatchObject({
      actor: { kind: 'user', role: 'editor' },
      client: { addressBlock: '198.51.100.7' },
      input: { title: 'Ropes', version: 3 },
    })
  })

  it('says what is wrong with which field, with 422 and what was typed', async () => {
    const state = await post({ title: '', version: '3' })
    expect(status).toBe(422)
    expect(state).toEqual({
      kind: 'refused',
      error: { code: 'invalid', message: expect.any(String), fields: { title: 'Give it a title.' } },
      values: { title: '', version: '3' },
    })
    expect(run).not.toHaveBeenCalled()
  })

  it('carries the use-case’s refusal with its status', async () => {
    expect(await post({ title: 'taken', version: '3' })).toMatchObject({ error: { code: 'conflict' } })
    expect(status).toBe(409)
  })

  it.each([
    ['an unknown field', { title: 'a', version: '1', role: 'owner' }],
    ['a version that is none', { title: 'a', version: '1x' }],
    ['a missing field', { title: 'a' }],
  ])('refuses %s', async (_, fields) => {
    expect(await post(fields as Record<string, string>)).toMatchObject({ kind: 'refused' })
    expect(status).toBe(422)
    expect(run).not.toHaveBeenCalled()
  })

  it('refuses a field sent twice, and a file', async () => {
    const twice = form({ title: 'a', version: '1' })
    twice.append('title', 'b')
    expect(await rendered(() => action(IDLE, twice))).toMatchObject({ kind: 'refused' })
    const file = form({ version: '1' })
    file.append('title', new Blob(['x']), 'x.txt')
    expect(await rendered(() => action(IDLE, file))).toMatchObject({ kind: 'refused' })
    expect(run).not.toHaveBeenCalled()
  })

  it('adds the text of a file to the field it belongs to, where that is said, and nothing of an empty one', async () => {
    const reading = defineAction({ input, run, textFiles: { upload: 'title' } })
    const sent = (text: string) => {
      const fields = form({ title: 'typed', version: '1' })
      fields.append('upload', new Blob([text]), 'words.txt')
      return rendered(() => reading(IDLE, fields))
    }
    await sent('from a file\n')
    expect(run.mock.calls[0]?.[0]).toMatchObject({ input: { title: 'typed\nfrom a file\n' } })
    await sent('')
    expect(run.mock.calls[1]?.[0]).toMatchObject({ input: { title: 'typed' } })
    const other = form({ title: 'typed', version: '1' })
    other.append('another', new Blob(['x']), 'x.txt')
    expect(await rendered(() => reading(IDLE, other))).toMatchObject({ kind: 'refused' })
  })

  it.each([null, 5, 'title', [['title', 'a']], new Map([['title', 'a']]), { title: 'a', version: '1' }])(
    'refuses a call forged with %j in place of a form',
    async (forged: unknown) => {
      const call = action as (previous: unknown, form: unknown) => Promise<unknown>
      expect(await rendered(() => call(IDLE, forged))).toMatchObject({ error: { code: 'invalid' } })
      expect(status).toBe(422)
      expect(run).not.toHaveBeenCalled()
    },
  )

  it.each<Record<string, string>>([{}, { origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }])(
    'does nothing for a form of another site (%j)',
    async (headers) => {
      next.headers = new Headers(headers)
      expect(await post({ title: 'a', version: '1' })).toMatchObject({ error: { code: 'forbidden' } })
      expect(status).toBe(403)
      expect(run).not.toHaveBeenCalled()
    },
  )

  it('never gives a password back', async () => {
    const signIn = defineAction({
      input: z.strictObject({ email: z.string(), password: z.string() }),
      run: async () => fail('unauthenticated', 'No.'),
    })
    const state = await rendered(() => signIn(IDLE, form({ email: 'a@b.example', password: 'hunter2' })))
    expect(state).toMatchObject({ values: { email: 'a@b.example' } })
    expect(JSON.stringify(state)).not.toContain('hunter2')
    expect(status).toBe(401)
  })

  it('leads on after success where it is told to', async () => {
    const going = defineAction({ input, run, goTo: (version) => `/studio/x?saved=${version}` })
    await expect(rendered(() => going(IDLE, form({ title: 'a', version: '1' })))).rejects.toThrow(
      'redirect to /studio/x?saved=2',
    )
  })

  it('says that the disk is full with 507, and lets every other error through', async () => {
    const full = defineAction({
      input,
      run: () => Promise.reject(new Error('x', { cause: new StorageFull('y') })),
    })
    expect(await rendered(() => full(IDLE, form({ title: 'a', version: '1' })))).toMatchObject({
      error: { code: 'storage-full' },
      values: { title: 'a' },
    })
    expect(status).toBe(507)
    const broken = defineAction({ input, run: () => Promise.reject(new TypeError('bug')) })
    await expect(rendered(() => broken(IDLE, form({ title: 'a', version: '1' })))).rejects.toThrow('bug')
  })
})

describe('openPage', () => {
  const page = openPage(
    'open.desk',
    ({ actor, param, query }) => `${actor.role} ${param('id')} ${query('q')}`,
  )
  const open = (query: Record<string, string | string[]> = {}) =>
    rendered(() =>
      page({ params: Promise.resolve({ id: 'caf%C3%A9' }), searchParams: Promise.resolve(query) }),
    )

  it('opens for who may, with decoded segments and single query fields', async () => {
    next.headers.set('cookie', await signedInAs('moderator'))
    expect(await open({ q: 'x' })).toBe('moderator café x')
    expect(await open({ q: ['x', 'y'] })).toBe('moderator café null')
  })

  it('sends strangers to sign in, and back afterwards', async () => {
    await expect(open()).rejects.toThrow('redirect to /login?next=%2Fdesk%3Ftab%3Dspam')
    next.headers.set('cookie', 'stet-session=forged.a.b.c.d')
    await expect(open()).rejects.toThrow('redirect to /login')
  })

  it.each<Role>(['writer', 'member'])('shows a %s a plain page with 403', async (role) => {
    next.headers.set('cookie', await signedInAs(role))
    const shown = await open()
    expect(status).toBe(403)
    expect(isValidElement(shown) && renderToStaticMarkup(shown)).toContain(`signed in as ${role}`)
  })
})

describe('defineNextRoute', () => {
  const context = { params: Promise.resolve({ slug: 'caf%C3%A9', rest: ['a%20b', 'c'] }) }
  const request = (init: RequestInit = {}): Request => new Request(`${ORIGIN}/x`, init)

  it('does not even look who asks where the answer is for everybody', async () => {
    const look = vi.spyOn(stet.accounts, 'readSession')
    const guest = vi.spyOn(stet.accounts, 'findGuest')
    const route = defineNextRoute({ for: 'nobody', run: async ({ actor }) => ok(new Response(actor.kind)) })
    const headers = { cookie: `${await signedInAs('owner')}; stet-guest=x` }
    expect(await (await route(request({ headers }), context)).text()).toBe('anonymous')
    expect(look).not.toHaveBeenCalled()
    expect(guest).not.toHaveBeenCalled()
  })

  it('knows who asks otherwise, and decodes the address', async () => {
    const route = defineNextRoute({
      for: 'visitor',
      run: async ({ actor, param, params }) =>
        ok(Response.json([actor.kind, param('slug'), params('rest'), param('no')])),
    })
    const answer = await route(request({ headers: { cookie: await signedInAs('owner') } }), context)
    expect(await answer.json()).toEqual(['user', 'café', ['a b', 'c'], ''])
  })

  it('serves an address that names nothing, of which Next says nothing', async () => {
    const route = defineNextRoute({
      for: 'nobody',
      run: async ({ param, params }) => ok(Response.json([param('slug'), params('rest')])),
    })
    const answer = await route(request(), { params: Promise.resolve(undefined) })
    expect(await answer.json()).toEqual(['', []])
  })

  it('maps every refusal to its status and a problem document', async () => {
    const route = defineNextRoute({
      for: 'nobody',
      run: async () => fail('limited', 'Slow down.', { retryAfter: 2.1 }),
    })
    const answer = await route(request(), context)
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('3')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: 'Too many at once',
      status: 429,
      detail: 'Slow down.',
      code: 'limited',
    })
  })

  it('checks the origin itself, without the server in front of it', async () => {
    const run = vi.fn(async () => ok(new Response()))
    const route = defineNextRoute({ for: 'nobody', run })
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await route(request({ method }), context)).status).toBe(403)
      expect(
        (await route(request({ method, headers: { origin: 'https://evil.test' } }), context)).status,
      ).toBe(403)
    }
    expect(run).not.toHaveBeenCalled()
    expect((await route(request({ method: 'DELETE', headers: { origin: ORIGIN } }), context)).status).toBe(
      200,
    )
  })
})

describe('defineRoute', () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}): Request =>
    new Request(`${ORIGIN}/x`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: ORIGIN, ...headers },
    })

  it('takes the same steps for the server, in plain data', async () => {
    const route = defineRoute({
      for: 'visitor',
      body: z.strictObject({ n: z.coerce.number() }),
      run: async ({ actor, param, params, input }) =>
        ok(jsonAnswer([actor.kind, param('slug'), params('rest'), param('no'), input.n])),
    })
    const request = post({ n: '7' }, { cookie: await signedInAs('owner') })
    expect(await route(request, { slug: 'café', rest: ['a b', 'c'] })).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(['user', 'café', ['a b', 'c'], '', 7]),
    })
  })

  it('refuses what came from elsewhere, what does not fit, and what the use-case refuses', async () => {
    const run = vi.fn(async () => fail('limited', 'Slow down.', { retryAfter: 2.1 }))
    const route = defineRoute({ for: 'nobody', body: z.strictObject({ n: z.coerce.number() }), run })
    expect(await route(post({ n: '7' }, { origin: 'https://evil.test' }), {})).toMatchObject({ status: 403 })
    expect(await route(post({ n: '7', more: 'x' }), {})).toMatchObject({ status: 422 })
    expect(run).not.toHaveBeenCalled()
    const limited = await route(post({ n: '7' }), {})
    expect(limited).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '3',
        'cache-control': 'no-store',
        'content-type': 'application/problem+json',
      },
    })
    expect(JSON.parse(String(limited.body))).toMatchObject({ code: 'limited', detail: 'Slow down.' })
  })

  it('gives a route that refuses in its own way what was typed, without what is secret', async () => {
    const refuse = vi.fn(async () => noContent())
    const refusing = { for: 'nobody', refuse } as const
    const body = z.strictObject({ body: z.string(), password: z.string(), n: z.coerce.number() })
    const typed = { body: 'words', password: 'hidden', n: 'seven' }
    await defineRoute({ ...refusing, body, run: async () => ok(noContent()) })(post(typed), {})
    const full = async () => {
      throw new StorageFull(null)
    }
    await defineRoute({ ...refusing, body: body.extend({ n: z.string() }), run: full })(post(typed), {})
    const values = { body: 'words', n: 'seven' }
    expect(refuse.mock.calls).toMatchObject([
      [{ values, error: { code: 'invalid' } }],
      [{ values, error: { code: 'storage-full' } }],
    ])
  })
})
