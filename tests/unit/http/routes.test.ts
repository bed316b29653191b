import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { defineNextRoute } from '../../../lib/http/define-next-route'
import { defineRoute } from '../../../lib/http/define-route'
import { jsonAnswer, noContent } from '../../../lib/http/route-answer'
import { fail, ok } from '../../../lib/kernel/result'
import { StorageFull } from '../../../lib/kernel/storage-full'
import { type DoorStage, ORIGIN, doorStage, signedInAs } from './door-stage'

let stage: DoorStage
beforeEach(() => {
  stage = doorStage()
})
afterEach(() => vi.restoreAllMocks())

describe('defineNextRoute', () => {
  const context = { params: Promise.resolve({ slug: 'caf%C3%A9', rest: ['a%20b', 'c'] }) }
  const request = (init: RequestInit = {}): Request => new Request(`${ORIGIN}/x`, init)

  it('does not even look who asks where the answer is for everybody', async () => {
    const look = vi.spyOn(stage.stet.accounts, 'readSession')
    const guest = vi.spyOn(stage.stet.accounts, 'findGuest')
    const route = defineNextRoute({ for: 'nobody', run: async ({ actor }) => ok(new Response(actor.kind)) })
    const headers = { cookie: `${await signedInAs(stage, 'owner')}; stet-guest=x` }
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
    const answer = await route(request({ headers: { cookie: await signedInAs(stage, 'owner') } }), context)
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
    const request = post({ n: '7' }, { cookie: await signedInAs(stage, 'owner') })
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
