import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PAGE_STATE_HEADER } from '../../lib/http/page-state'
import { StorageFull } from '../../lib/kernel/storage-full'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { type ServedPipeline, renderedPage, servePipeline } from '../support/serve-pipeline'

let site: ServedPipeline
let path = ''
let slug = ''
let states: unknown[] = []
beforeAll(async () => {
  site = await servePipeline()
})
afterAll(() => site.close())
beforeEach(async () => {
  ;({ path, slug } = await aPiece(site.stet))
  site.questions.length = 0
  states = []
  // As the page does: it takes the state it was told of.
  site.sayNext(({ path: asked, headers }) => {
    const key = headers[PAGE_STATE_HEADER]
    if (key) states.push(site.services.pageStates.take(key))
    return { body: renderedPage(asked) }
  })
})

const JSON_TYPE = { accept: 'application/json', 'content-type': 'application/json' }
const HTML = { accept: 'text/html,application/xhtml+xml' }

const postJson = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${site.origin}${path}/comments`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { origin: site.origin, ...JSON_TYPE, ...headers },
  })

const guestOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const mine = async (cookie = ''): Promise<unknown> => (await site.get(`${path}/mine.json`, { cookie })).json()

describe('posting a comment', () => {
  it('from the island: a receipt, a cookie for the newcomer, and the writer alone sees it', async () => {
    const response = await postJson({ body: 'A thought.', name: 'Ada' })
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ commentId: expect.any(String), state: 'waiting', repeat: false })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^stet-guest=[\w-]{22}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    )
    expect(await mine(guestOf(response))).toMatchObject({
      comments: [{ body: 'A thought.', state: 'waiting' }],
    })
    expect(await mine()).toEqual({ comments: [], signedInAs: null })
    expect(await mine('stet-guest=forged-forged-forged-x')).toEqual({ comments: [], signedInAs: null })
  })

  it('by a plain form: 303 to the writer’s own page', async () => {
    const fields = { body: 'By hand.', name: '', email: '', parentId: '', website: '' }
    const response = await site.post(`${path}/comments`, fields, HTML)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${path}/mine?posted=1`)
    expect(guestOf(response)).toMatch(/^stet-guest=/)
  })

  it('keeps the guest who has a key already', async () => {
    const first = await postJson({ body: 'One.' })
    site.ports.clock.advance(1_000)
    const second = await postJson({ body: 'Two.' }, { cookie: guestOf(first) })
    expect(second.headers.getSetCookie()).toEqual([])
    expect(await mine(guestOf(first))).toMatchObject({ comments: [{ body: 'Two.' }, { body: 'One.' }] })
  })

  it('carries the prefix and Secure on https', async () => {
    const https = await servePipeline({ env: { publicOrigin: 'https://news.example.org', https: true } })
    const piece = await aPiece(https.stet)
    const response = await https.post(
      `${piece.path}/comments`,
      { body: 'Hi.' },
      { origin: 'https://news.example.org' },
    )
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-stet-guest=.*; Secure$/)
    await https.close()
  })

  it('is one comment, whether sent twice, fifty times at once or by a double click', async () => {
    const body = { body: 'Only once.', key: 'a-key-of-the-island' }
    const answers = await Promise.all(Array.from({ length: 50 }, () => postJson(body)))
    const receipts = await Promise.all(
      answers.map(async (answer) => (await answer.json()) as { commentId: string; repeat: boolean }),
    )
    expect(new Set(receipts.map(({ commentId }) => commentId)).size).toBe(1)
    expect(receipts.filter(({ repeat }) => !repeat)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    // Nobody but the first is given a key.
    expect(answers.filter((answer) => answer.headers.getSetCookie().length > 0)).toHaveLength(1)
  })

  it.each([
    ['an unknown key', { body: 'x', status: 'approved' }],
    ['an operator for a text', { body: { not: 'x' } }],
    ['a list for a text', { body: ['x'] }],
    ['a number for a text', { body: 1 }],
    ['no text', { name: 'x' }],
    ['a forged id', { body: 'x', parentId: "' OR 1=1 --" }],
    ['an object for an id', { body: 'x', parentId: { not: 'x' } }],
    ['a prototype', '{"body":"x","__proto__":{"admin":true}}'],
    ['deep JSON', `{"body":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['a list', '[]'],
    ['no JSON', '{"body":'],
  ])('refuses %s with a problem document and without a trace', async (_, body) => {
    const before = site.ports.tables.comments.size
    const response = await postJson(body)
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 422, code: 'invalid', detail: expect.any(String) })
    expect(response.headers.getSetCookie()).toEqual([])
    expect(site.ports.tables.comments.size).toBe(before)
  })

  it('brings a refused form back with its status, what was typed and what is wrong', async () => {
    const fields = { body: '  ', name: 'Ada', email: 'nonsense' }
    const response = await site.post(`${path}/comments`, fields, HTML)
    expect(response.status).toBe(422)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await response.text()).toContain(`${path}/respond`)
    expect(states).toMatchObject([{ kind: 'refused', error: { code: 'invalid' }, values: fields }])
  })

  it('names the comment it was an answer to when it brings the form back', async () => {
    const parent = await aComment(site.stet, { under: slug, then: 'approve' })
    await site.post(`${path}/comments`, { body: '', parentId: parent.commentId }, HTML)
    await site.post(`${path}/comments`, { body: '', parentId: '"><script>' }, HTML)
    expect(site.questions.map(({ path: asked }) => asked)).toEqual([
      `${path}/respond?to=${parent.commentId}`,
      `${path}/respond`,
    ])
  })

  it('says the same to an answer to a hidden comment as to one that never was', async () => {
    const hidden = await aComment(site.stet, { under: slug })
    const answers = await Promise.all(
      [hidden.commentId, site.ports.ids.random()].map(async (parentId) => {
        const response = await postJson({ body: 'Answer.', parentId })
        return { status: response.status, body: await response.json() }
      }),
    )
    expect(answers[0]?.status).toBe(409)
    expect(answers[0]).toEqual(answers[1])
  })

  it('answers 404 for a piece that is not public', async () => {
    const draft = await aPiece(site.stet, { state: 'draft' })
    for (const address of [draft.path, '/articles/nothing']) {
      const response = await site.post(`${address}/comments`, { body: 'x' }, { accept: 'application/json' })
      expect(response.status).toBe(404)
    }
  })

  it('says so when it could not be stored, as a page and as JSON, and is none the worse for it', async () => {
    const insert = vi.spyOn(site.ports.commentStore, 'insert')
    insert.mockRejectedValue(new StorageFull(new Error('SQLITE_FULL')))
    const full = await postJson({ body: 'No room.' })
    expect(full.status).toBe(507)
    expect(await full.json()).toMatchObject({ code: 'storage-full' })
    expect((await site.post(`${path}/comments`, { body: 'No room.' }, HTML)).status).toBe(507)
    insert.mockRejectedValue(new TypeError('a bug'))
    const broken = await postJson({ body: 'A bug.' })
    expect(broken.status).toBe(500)
    expect(await broken.json()).not.toHaveProperty('stack')
    expect(site.reports).toMatchObject([{ message: 'a bug' }])
    insert.mockRestore()
    expect((await postJson({ body: 'Again.' })).status).toBe(201)
  })

  it('leads whoever opens the form’s address by hand to the thread', async () => {
    const response = await site.get(`${path}/comments`)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(`${path}#comments`)
  })
})

describe('changing one’s own comment', () => {
  const change = (cookie: string, fields: Record<string, string>): Promise<Response> =>
    site.post(`${path}/mine`, fields, { ...HTML, cookie })

  it('edits and withdraws for its author', async () => {
    const posted = await postJson({ body: 'First.' })
    const cookie = guestOf(posted)
    const { commentId } = (await posted.json()) as { commentId: string }
    const edited = await change(cookie, { intent: 'edit', commentId, version: '1', body: 'Second.' })
    expect(edited.status).toBe(303)
    expect(edited.headers.get('location')).toBe(`${path}/mine?done=edit#comment-${commentId}`)
    expect(await mine(cookie)).toMatchObject({ comments: [{ body: 'Second.', version: 2 }] })
    const withdrawn = await change(cookie, { intent: 'withdraw', commentId, version: '2', body: 'Second.' })
    expect(withdrawn.status).toBe(303)
    expect(await mine(cookie)).toMatchObject({ comments: [{ state: 'removed' }] })
  })

  it('refuses everybody else, an old version, and what it does not know', async () => {
    const posted = await postJson({ body: 'Mine.' })
    const cookie = guestOf(posted)
    const stranger = guestOf(await postJson({ body: 'Yours.' }))
    const { commentId } = (await posted.json()) as { commentId: string }
    const fields = { intent: 'edit', commentId, version: '1', body: 'Changed.' }
    const statuses = [
      await change('', fields),
      await change(stranger, fields),
      await change(cookie, { ...fields, version: '7' }),
      await change(cookie, { ...fields, intent: 'approve' }),
      await change(cookie, { ...fields, version: 'x' }),
      await change(cookie, { ...fields, state: 'approved' }),
    ].map(({ status }) => status)
    expect(statuses.slice(0, 2).every((status) => status === 403 || status === 404)).toBe(true)
    expect(statuses.slice(2)).toEqual([409, 422, 422, 422])
    expect(await mine(cookie)).toMatchObject({ comments: [{ body: 'Mine.', version: 1 }] })
  })
})
