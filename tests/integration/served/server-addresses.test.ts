import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'
import { speakHttp } from '../../support/speak-http'

let site: ServedPipeline
beforeAll(async () => {
  site = await servePipeline()
})
afterAll(() => site.close())
beforeEach(() => {
  site.rendered.length = 0
})

const asked = (): string[] => site.rendered.map(({ path }) => path)

describe('addresses of pieces', () => {
  it('renders a public piece, with the query that says which page of the thread', async () => {
    const { path } = await aPiece(site.stet, { title: 'Of ropes' })
    const after = `${site.ports.clock.now().toString(36)}-${site.ports.ids.random()}`
    const response = await site.get(`${path}?utm_source=x&after=${after}`)
    expect(response.status).toBe(200)
    expect(asked()).toEqual([`${path}?after=${after}`])
  })

  it('answers 404 for what was never public, 410 for what was', async () => {
    const draft = await aPiece(site.stet, { title: 'A draft', state: 'draft' })
    const piece = await aPiece(site.stet, { title: 'Here today' })
    const { articleId, version } = piece
    const owner = await theOwner(site.stet)
    await must('unpublish', site.stet.articles.changeStatus(owner, { articleId, version, move: 'unpublish' }))
    const [missing, unpublished, never] = await Promise.all(
      [draft.path, piece.path, '/articles/nothing-here'].map((path) => site.get(path)),
    )
    expect([missing?.status, unpublished?.status, never?.status]).toEqual([404, 410, 404])
    expect(new Set(asked())).toEqual(new Set(['/internal/missing', '/internal/gone']))
    // A draft looks exactly like nothing.
    expect(missing && (await missing.text())).toBe(never && (await never.text()))
    expect(missing?.headers.get('etag')).toBe(never?.headers.get('etag'))
  })

  it('leads from an earlier address to the present one in one hop, query of the place kept', async () => {
    const piece = await aPiece(site.stet, { title: 'Old name', slug: 'old-name' })
    const owner = await theOwner(site.stet)
    const { articleId, version } = piece
    const facts = { articleId, version, title: '밧줄 이야기', text: 'Text.', slug: '밧줄' }
    const saved = await must('save', site.stet.articles.save(owner, facts))
    await must('publish', site.stet.articles.publish(owner, { articleId, version: saved.version }))
    const present = '/articles/%EB%B0%A7%EC%A4%84'
    const response = await site.get('/articles/old-name?after=abc&sort=oldest&utm_source=x')
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe(`${present}?sort=oldest&after=abc`)
    expect((await site.get(present)).status).toBe(200)
    // Typed as single letters: the same piece.
    expect((await site.get(`/articles/${encodeURIComponent('밧줄'.normalize('NFD'))}`)).status).toBe(200)
    expect(asked()).toEqual([present, present])
  })

  it.each(['abc', 'x-y', `${'Z'.repeat(9)}-${'0'.repeat(26)}`, '%00', "1' or '1'='1"])(
    'answers 404 for the cursor %j that no page has printed',
    async (after) => {
      const { path } = await aPiece(site.stet)
      const response = await site.get(`${path}?after=${encodeURIComponent(after)}`)
      expect(response.status).toBe(404)
      expect(asked()).toEqual([`/internal/missing?first=${encodeURIComponent(path)}`])
    },
  )

  it('passes on the order and the branch, and leaves out the usual order and orders we do not have', async () => {
    const { slug, path } = await aPiece(site.stet)
    const { commentId } = await aComment(site.stet, { under: slug, then: 'approve' })
    const place = `${site.ports.clock.now().toString(36)}-${commentId}`
    const pages: Readonly<Record<string, string>> = {
      '?sort=newest': '',
      '?sort=loudest': '',
      '?sort=oldest': '?sort=oldest',
      [`?after=3.${place}&sort=discussed`]: `?sort=discussed&after=3.${place}`,
      [`?branch=${commentId}&x=y`]: `?branch=${commentId}`,
      [`?branch=${commentId}&after=${place}&sort=discussed`]: `?sort=discussed&branch=${commentId}&after=${place}`,
    }
    for (const query of Object.keys(pages)) expect((await site.get(`${path}${query}`)).status).toBe(200)
    expect(asked()).toEqual(Object.values(pages).map((query) => `${path}${query}`))
  })

  it('answers 404 for a place of another order', async () => {
    const { path } = await aPiece(site.stet)
    const place = `${site.ports.clock.now().toString(36)}-${site.ports.ids.random()}`
    for (const query of [
      `?sort=discussed&after=${place}`,
      `?after=3.${place}`,
      `?sort=oldest&after=3.${place}`,
    ]) {
      expect((await site.get(`${path}${query}`)).status, query).toBe(404)
    }
  })

  it('answers 404 for the branch of a hidden comment as for one that never was, and offers the first page', async () => {
    const { slug, path } = await aPiece(site.stet)
    const elsewhere = await aPiece(site.stet)
    const hidden = await aComment(site.stet, { under: slug })
    const other = await aComment(site.stet, { under: elsewhere.slug, then: 'approve' })
    const bodies = new Set<string>()
    for (const branch of [hidden.commentId, other.commentId, site.ports.ids.random(), 'nonsense', '']) {
      const response = await site.get(`${path}?branch=${branch}`)
      expect(response.status).toBe(404)
      bodies.add(await response.text())
    }
    expect(bodies.size).toBe(1)
    expect(new Set(asked())).toEqual(new Set([`/internal/missing?first=${encodeURIComponent(path)}`]))
  })
})

describe('addresses of lists', () => {
  it('are rendered where there is something public, with the place in the list and nothing else of the query', async () => {
    const { stet, ports } = site
    await aPiece(stet, { title: 'On lists', tags: 'Boats & rope' })
    const [author] = await stet.articles.authors()
    const after = `${ports.clock.now().toString(36)}-${ports.ids.random()}`
    const [year = '', month = ''] = new Date(ports.clock.now()).toISOString().split('-')
    const lists = ['/tags/boats-rope', author?.path ?? '', `/archive/${year}`, `/archive/${year}/${month}`]
    for (const path of ['/', ...lists])
      expect((await site.get(`${path}?after=${after}&sort=oldest&utm_source=x`)).status, path).toBe(200)
    for (const path of ['/tags', '/authors', '/archive'])
      expect((await site.get(`${path}?after=${after}`)).status, path).toBe(200)
    expect(asked()).toEqual([
      ...['/', ...lists].map((path) => `${path}?after=${after}`),
      ...['/tags', '/authors', '/archive'],
    ])
  })

  it('lead from another spelling to the usual one', async () => {
    await aPiece(site.stet, { title: 'On spelling', tags: 'Crème' })
    const response = await site.get('/tags/CR%C3%88ME?after=abc&utm_source=x')
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe('/tags/creme?after=abc')
    expect(asked()).toEqual([])
  })

  it('are as missing for what only drafts are about as for what nothing is about', async () => {
    await aPiece(site.stet, { title: 'Hidden', tags: 'Plans', state: 'draft' })
    const [draft, never] = await Promise.all(['/tags/plans', '/tags/never'].map((path) => site.get(path)))
    expect([draft?.status, never?.status]).toEqual([404, 404])
    expect(draft && (await draft.text())).toBe(never && (await never.text()))
    for (const path of ['/tags/PLANS', '/authors/nobody', '/archive/1999', '/archive/2025/13', '/archive/x'])
      expect((await site.get(path)).status, path).toBe(404)
    expect(new Set(asked())).toEqual(new Set(['/internal/missing']))
  })

  it('answer 404 for a cursor that no page has printed, and offer the first page', async () => {
    await aPiece(site.stet, { title: 'On cursors', tags: 'Cursors' })
    expect((await site.get('/tags/cursors?after=zzz')).status).toBe(404)
    expect(asked()).toEqual([`/internal/missing?first=${encodeURIComponent('/tags/cursors')}`])
  })
})

describe('permalinks of comments', () => {
  it('lead to the page of the thread for a visible comment, to 404 for hidden and unknown ones alike', async () => {
    const { slug } = await aPiece(site.stet)
    const shown = await aComment(site.stet, { under: slug, then: 'approve' })
    const hidden = await aComment(site.stet, { under: slug })
    const response = await site.get(`/comments/${shown.commentId}`)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(`/articles/${slug}#comment-${shown.commentId}`)
    const [no, never] = await Promise.all(
      [hidden.commentId, site.ports.ids.random()].map((id) => site.get(`/comments/${id}`)),
    )
    expect([no?.status, never?.status]).toEqual([404, 404])
    expect(no && (await no.text())).toBe(never && (await never.text()))
  })
})

describe('every other address', () => {
  it.each([
    '/nothing',
    '/articles',
    '/Articles/x',
    '/internal/missing',
    '/internal/broken',
    '/internal/maintenance',
    '/internal/closed',
    '/.env',
    '/_next/x',
    '/wp-login.php',
  ])('%s is the 404 page', async (path) => {
    const response = await site.get(path)
    expect(response.status).toBe(404)
    expect(asked()).toEqual(['/internal/missing'])
  })

  it('loses its trailing slash', async () => {
    const response = await site.get('/articles/x/?after=1')
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe('/articles/x?after=1')
  })

  it('exists for /setup only with the key, and only while nobody owns the publication', async () => {
    const fresh = await servePipeline()
    const token = (await fresh.stet.accounts.setupToken()) ?? ''
    const statuses = async (): Promise<number[]> =>
      Promise.all(
        ['', '?token=', '?token=x', `?token=${token}`].map(
          async (q) => (await fresh.get(`/setup${q}`)).status,
        ),
      )
    expect(await statuses()).toEqual([404, 404, 404, 200])
    expect((await fresh.get(`/setup?token=${token}`)).headers.get('referrer-policy')).toBe('same-origin')
    await theOwner(fresh.stet)
    expect(await statuses()).toEqual([404, 404, 404, 404])
    await fresh.close()
  })

  it.each([
    ['GET //evil.test/ HTTP/1.1', 404],
    ['GET /articles/%ff HTTP/1.1', 404],
    ['GET /articles/%00 HTTP/1.1', 404],
    ['GET /articles/%2e%2e/desk HTTP/1.1', 404],
    ['GET /a\\b HTTP/1.1', 404],
    ['GET http://evil.test/ HTTP/1.1', 400],
    ['OPTIONS * HTTP/1.1', 400],
    [`GET /${'a'.repeat(5000)} HTTP/1.1`, 414],
    [`GET /${'a'.repeat(20_000)} HTTP/1.1`, 431],
    ['GET /\u0000 HTTP/1.1', 400],
    ['NONSENSE', 400],
  ])('%.40s is answered and harms nobody', async (line, status) => {
    const heard = await speakHttp(
      site.port,
      `${line}\r\nHost: evil.test\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
    )
    expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(heard.toLowerCase()).toContain('x-content-type-options: nosniff')
    expect(heard).not.toContain('evil.test')
    expect((await site.get('/healthz')).status).toBe(200)
  })
})
