import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieName } from '../../../lib/auth/cookies'
import { printSessionToken } from '../../../lib/auth/session-token'
import { aComment } from '../../support/builders/a-comment'
import { type Piece, aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { somebodyHere } from '../../support/people'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

const HTML = { accept: 'text/html' }
const PROOF = { name: 'The Evening Pencil', password: 'the blue end and the red one' }
const NOTE = 'We <move> house, and are back at six.'

let site: ServedPipeline
let piece: Piece
const change = async (closed: 'yes' | 'no') =>
  must(
    'maintenance',
    site.stet.accounts.changeMaintenance(await theOwner(site.stet), { ...PROOF, closed, note: NOTE }),
  )
const cookieOf = async (role: 'writer' | 'member'): Promise<string> => {
  const { sessionId } = await somebodyHere(site.ports, role)
  return `${cookieName('session', false)}=${await printSessionToken(site.ports.secrets, sessionId)}`
}

beforeAll(async () => {
  site = await servePipeline({ env: { pressBytes: 8 * 1024 * 1024, sharedCacheSeconds: 60 } })
  await theOwner(site.stet)
  piece = await aPiece(site.stet, { title: 'Ropes in the open', tags: 'Rope' })
})
afterAll(() => site.close())

/** What readers and their programs come to. */
const publicPaths = () => [
  ...['/', piece.path, `${piece.path}.md`, '/tags', '/tags/rope', '/authors', '/archive', '/search?q=rope'],
  ...['/feed.xml', '/atom.xml', '/feed.json', '/comments.xml', `${piece.path}/comments.xml`],
  ...['/sitemap.xml', '/news-sitemap.xml', '/llms.txt', '/guidelines', '/transparency', '/no-such-page'],
  ...[
    `${piece.path}/thread`,
    `${piece.path}/live`,
    `${piece.path}/live.json`,
    `${piece.path}/mine`,
    '/card.png',
  ],
]

describe('a publication that is closed for maintenance', () => {
  it('asks everybody back, from the request after the owner’s on, kept pages and feeds included', async () => {
    for (const path of publicPaths()) await (await site.get(path)).body?.cancel()
    await change('yes')
    for (const path of publicPaths()) {
      const answer = await site.get(path, HTML)
      const text = await answer.text()
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '300'])
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(text).toContain('We &lt;move&gt; house, and are back at six.')
      expect(text).not.toContain('Ropes in the open')
      // No links that lead nowhere: the name, and the door of those who let readers in again.
      expect([...text.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['/', '/login'])
    }
    const feed = await site.get('/feed.xml')
    expect([feed.status, feed.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
    const member = await site.get(piece.path, { ...HTML, cookie: await cookieOf('member') })
    expect(member.status).toBe(503)
  })

  it('takes no comment, and loses none', async () => {
    const before = site.ports.tables.comments.size
    const answer = await site.post(`${piece.path}/comments`, { body: 'Now?' }, HTML)
    expect([answer.status, site.ports.tables.comments.size]).toEqual([503, before])
    const page = await answer.text()
    expect(page).toContain('What you sent just now was not kept.')
    expect(page).toContain('send it again once we are back')
    expect(page).toContain('We &lt;move&gt; house')
    const told = await site.post(`${piece.path}/comments`, { body: 'Now?' }, { accept: 'application/json' })
    expect([told.status, (await told.json()) as unknown]).toMatchObject([
      503,
      { detail: expect.stringContaining('what you sent was not kept') },
    ])
    // Who only reads has sent nothing.
    expect(await (await site.get(piece.path, HTML)).text()).not.toContain('was not kept')
  })

  it('ends the streams that were open, and asks their readers back', async () => {
    await change('no')
    const stream = await site.get(`${piece.path}/live`)
    expect(stream.status).toBe(200)
    await change('yes')
    expect(await stream.text()).toContain('event: hello')
    const again = await site.get(`${piece.path}/live`, { 'last-event-id': 'x-1' })
    expect([again.status, again.headers.get('retry-after')]).toEqual([503, '300'])
    await again.body?.cancel()
  })

  it('lets the staff in, work, and see every page, which nobody else may keep', async () => {
    const cookie = await cookieOf('writer')
    for (const path of ['/', piece.path]) {
      const seen = await site.get(path, { ...HTML, cookie })
      expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    }
    const stream = await site.get(`${piece.path}/live`, { cookie })
    expect(stream.status).toBe(200)
    await stream.body?.cancel()
    for (const path of [
      '/login',
      '/studio',
      '/desk',
      '/settings/danger',
      '/account',
      '/healthz',
      '/readyz',
      '/robots.txt',
    ])
      expect([path, (await site.get(path, HTML)).status]).toEqual([path, 200])
  })

  it('is open again at once', async () => {
    await change('no')
    for (const path of ['/', piece.path, '/feed.xml']) expect((await site.get(path, HTML)).status).toBe(200)
    await aComment(site.stet, { under: piece.slug })
    const { settings } = await site.stet.settings.read()
    expect(settings).toMatchObject({ maintenance: false, maintenanceNote: '' })
  })
})
