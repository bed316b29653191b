import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { CommentForm } from '../../../components/reader/comment-form'
import { StorageFull } from '../../../lib/kernel/storage-full'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { theOwner } from '../../support/builders/the-owner'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'
import { aPlace } from '../../unit/reader/views'

let site: ServedPipeline
let path = ''
let slug = ''
beforeAll(async () => {
  site = await servePipeline()
})
afterAll(() => site.close())
beforeEach(async () => {
  ;({ path, slug } = await aPiece(site.stet))
  site.rendered.length = 0
})

/** The refused posts that pages were made for. */
const refused = (): unknown[] => site.rendered.flatMap(({ visitor }) => visitor?.refused ?? [])

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
    expect(await response.json()).toEqual({
      ...{ commentId: expect.any(String), state: 'waiting', repeat: false },
      statusPath: expect.stringMatching(/^\/comments\/\w{26}\/status\?key=[\w-]{43}$/),
    })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^stet-guest=[\w-]{22}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    )
    expect(await mine(guestOf(response))).toMatchObject({
      comments: [{ body: 'A thought.', state: 'waiting' }],
    })
    const nothing = { comments: [], signedInAs: null, recommended: [], proof: '' }
    expect(await mine()).toEqual(nothing)
    expect(await mine('stet-guest=forged-forged-forged-x')).toEqual(nothing)
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

  it('takes the longest comment there may be, in any script, as our forms send it', async () => {
    const page = renderToStaticMarkup(createElement(CommentForm, { place: aPlace() }))
    expect(page).toContain('encType="multipart/form-data"')
    for (const letter of ['字', '𠮷', 'я']) {
      const body = new FormData()
      body.set('body', letter.repeat(10_000))
      const response = await fetch(`${site.origin}${path}/comments`, {
        ...{ method: 'POST', body, redirect: 'manual', headers: { origin: site.origin, ...HTML } },
      })
      expect(response.status).toBe(303)
      const { comments } = (await mine(guestOf(response))) as { comments: { body: string }[] }
      expect(comments.map(({ body: kept }) => kept)).toEqual([letter.repeat(10_000)])
    }
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
    expect(site.rendered.map((question) => question.path)).toEqual([`${path}/respond`])
    expect(await response.text()).toContain('Please write something first.')
    expect(refused()).toMatchObject([{ kind: 'refused', error: { code: 'invalid' }, values: fields }])
  })

  it('names every fault at once', async () => {
    const answer = await postJson({ body: ' ', name: 'x'.repeat(81), email: 'nonsense' })
    const { code, detail, fields } = (await answer.json()) as Problem
    expect([answer.status, code]).toEqual([422, 'invalid'])
    expect(Object.keys(fields ?? {})).toEqual(['body', 'name', 'email'])
    for (const sentence of Object.values(fields ?? {})) expect(detail).toContain(sentence)
  })

  it('holds what a machine has filled in, and tells it nothing', async () => {
    const posted = await postJson({ body: 'A thought.', website: 'http://spam.example' })
    expect(await posted.json()).toMatchObject({ state: 'waiting' })
    const opinions = [...site.ports.tables.opinions.values()].flat()
    expect(opinions).toContainEqual(
      expect.objectContaining({ check: 'trap', evidence: { facts: { website: 'http://spam.example' } } }),
    )
  })

  it('names the comment it was an answer to when it brings the form back', async () => {
    const parent = await aComment(site.stet, { under: slug, then: 'approve' })
    await site.post(`${path}/comments`, { body: '', parentId: parent.commentId }, HTML)
    await site.post(`${path}/comments`, { body: '', parentId: '"><script>' }, HTML)
    expect(site.rendered.map(({ path: asked }) => asked)).toEqual([
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

const LINKS = 'See http://a.example http://b.example http://c.example http://d.example'
interface Problem {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly fields?: Readonly<Record<string, string>>
}

describe('a nudge', () => {
  it('is a problem document with a code of its own; nothing is stored, no cookie is given', async () => {
    const before = site.ports.tables.comments.size
    const answer = await postJson({ body: LINKS })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      ...{ status: 422, code: 'nudge', title: 'Please read this once more' },
      detail: expect.stringContaining('it holds 4 links'),
    })
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(site.ports.tables.comments.size).toBe(before)
  })

  it.each([true, '1'])('is given once: `anyway` %j posts it', async (anyway) => {
    expect((await postJson({ body: LINKS, anyway })).status).toBe(201)
  })

  it.each([['yes'], ['true'], [2], [['1']], [{ not: 1 }]])('takes no %j for an answer', async (anyway) => {
    expect(await (await postJson({ body: LINKS, anyway })).json()).toMatchObject({ code: 'invalid' })
  })

  it('brings the plain form back with what was typed, and takes it the second time', async () => {
    const fields = { body: LINKS, name: 'Ada', email: '', website: '' }
    const nudged = await site.post(`${path}/comments`, fields, HTML)
    expect(nudged.status).toBe(422)
    expect(refused()).toMatchObject([{ error: { code: 'nudge' }, values: { body: LINKS, name: 'Ada' } }])
    const posted = await site.post(`${path}/comments`, { ...fields, anyway: '1' }, HTML)
    expect([posted.status, posted.headers.get('location')]).toEqual([303, `${path}/mine?posted=1`])
  })

  it('comes before an edit is stored as well', async () => {
    const posted = await postJson({ body: 'First.' })
    const cookie = guestOf(posted)
    const { commentId } = (await posted.json()) as { commentId: string }
    const edit = { intent: 'edit', commentId, version: '1', body: LINKS }
    const headers = { ...HTML, cookie }
    expect((await site.post(`${path}/mine`, edit, headers)).status).toBe(422)
    expect(refused()).toMatchObject([{ error: { code: 'nudge' } }])
    expect(await mine(cookie)).toMatchObject({ comments: [{ body: 'First.' }] })
    expect((await site.post(`${path}/mine`, { ...edit, anyway: '1' }, headers)).status).toBe(303)
    expect(await mine(cookie)).toMatchObject({ comments: [{ body: LINKS }] })
  })
})

describe('the secret link of a comment', () => {
  const posted = async (body = 'A thought.') => {
    const answer = await postJson({ body })
    const receipt = (await answer.json()) as { commentId: string; statusPath: string }
    return { ...receipt, cookie: guestOf(answer) }
  }
  const NOTHING = { intent: 'withdraw', version: '1' }

  it('is its author’s page on any device: not kept, not told to other sites', async () => {
    const { statusPath } = await posted()
    const page = await site.get(statusPath)
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    expect(page.headers.getSetCookie()).toEqual([])
  })

  it('is the same 404 without its key, with another one, and for a comment that never was', async () => {
    const [one, other] = [await posted('One.'), await posted('Other.')]
    const key = one.statusPath.split('=')[1] ?? ''
    const unknown = site.ports.ids.random()
    const foreign = site.ports.secrets.mac('subscription', one.commentId)
    const addresses = [
      `/comments/${one.commentId}/status`,
      `/comments/${one.commentId}/status?key=`,
      `/comments/${one.commentId}/status?key=x`,
      `/comments/${one.commentId}/status?key=${foreign}`,
      `/comments/${one.commentId}/status?key=${key}&key=${key}`,
      `/comments/${other.commentId}/status?key=${key}`,
      `/comments/${unknown}/status?key=${key}`,
      `/comments/${unknown}/status?key=${site.ports.secrets.mac('comment-status', unknown)}`,
      `/comments/x/status?key=${key}`,
    ]
    const answers = await Promise.all(
      addresses.flatMap((address) => [site.get(address), site.post(address, NOTHING, HTML)]),
    )
    const told = await Promise.all(
      answers.map(async (answer) => [
        answer.status,
        answer.headers.get('cache-control'),
        answer.headers.get('referrer-policy'),
        await answer.text(),
      ]),
    )
    expect(told[0]?.[0]).toBe(404)
    expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('edits and withdraws without a cookie, and leads back to itself', async () => {
    const { commentId, statusPath, cookie } = await posted()
    const edited = await site.post(
      statusPath,
      { intent: 'edit', commentId, version: '1', body: 'Better.' },
      HTML,
    )
    expect([edited.status, edited.headers.get('location')]).toEqual([303, `${statusPath}&done=edit`])
    expect(await mine(cookie)).toMatchObject({ comments: [{ body: 'Better.', version: 2 }] })
    const gone = await site.post(statusPath, { intent: 'withdraw', commentId, version: '2' }, HTML)
    expect(gone.headers.get('location')).toBe(`${statusPath}&done=withdraw`)
    expect(await mine(cookie)).toMatchObject({ comments: [{ state: 'removed' }] })
  })

  it('brings a refused change back, with its status and its own key', async () => {
    const { commentId, statusPath } = await posted()
    const answer = await site.post(statusPath, { intent: 'edit', commentId, version: '1', body: ' ' }, HTML)
    expect(answer.status).toBe(422)
    expect(site.rendered.at(-1)?.path).toBe(statusPath)
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
  })

  it('opens no other comment of the same guest', async () => {
    const first = await posted('First.')
    const headers = { cookie: first.cookie }
    const second = (await (await postJson({ body: 'Second.' }, headers)).json()) as { commentId: string }
    const fields = { ...NOTHING, commentId: second.commentId }
    expect((await site.post(first.statusPath, fields, HTML)).status).toBe(403)
    expect(site.ports.tables.comments.get(second.commentId)?.status).toBe('pending')
  })

  it('changes nothing that was written with an account', async () => {
    const by = await theOwner(site.stet)
    const { commentId } = await aComment(site.stet, { under: slug, by })
    const statusPath = site.stet.comments.statusPath(commentId)
    expect((await site.get(statusPath)).status).toBe(200)
    expect((await site.post(statusPath, { ...NOTHING, commentId }, HTML)).status).toBe(403)
    expect(site.ports.tables.comments.get(commentId)?.status).toBe('approved')
  })

  it('takes no post from elsewhere', async () => {
    const { commentId, statusPath } = await posted()
    const headers = { origin: 'https://elsewhere.example' }
    expect((await site.post(statusPath, { ...NOTHING, commentId }, headers)).status).toBe(403)
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

  it('comes back to the page of the list it was made on, and to no other address', async () => {
    const posted = await postJson({ body: 'First.' })
    const headers = { ...HTML, cookie: guestOf(posted) }
    const { commentId } = (await posted.json()) as { commentId: string }
    const cursor = `abc-${commentId}`
    const edit = (version: string, after: string) =>
      site.post(
        `${path}/mine?after=${encodeURIComponent(after)}`,
        { intent: 'edit', commentId, version, body: `${version} ${after}` },
        headers,
      )
    expect((await edit('1', cursor)).headers.get('location')).toBe(
      `${path}/mine?after=${cursor}&done=edit#comment-${commentId}`,
    )
    expect((await edit('2', '//evil.example')).headers.get('location')).toBe(
      `${path}/mine?done=edit#comment-${commentId}`,
    )
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
