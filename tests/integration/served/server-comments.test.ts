import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { CommentForm } from '../../../components/reader/comment-form'
import { StorageFull } from '../../../lib/kernel/storage-full'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { servePipeline } from '../../support/serve-pipeline'
import { aPlace } from '../../unit/reader/views'
import { servePosting, site, path, slug, refused, HTML, postJson, guestOf, mine } from './posting-stage'

servePosting()

interface Problem {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly fields?: Readonly<Record<string, string>>
}

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
    const nothing = { comments: [], ids: [], signedInAs: null, recommended: [], proof: '' }
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
