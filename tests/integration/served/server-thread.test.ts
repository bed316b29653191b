import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aComment } from '../../support/builders/a-comment'
import { aDecision } from '../../support/builders/a-decision'
import { type Piece, aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

let site: ServedPipeline
let piece: Piece
beforeAll(async () => {
  site = await servePipeline()
})
afterAll(() => site.close())
beforeEach(async () => {
  piece = await aPiece(site.stet)
  site.rendered.length = 0
})

const write = async (to?: string, then?: 'approve' | 'reject') => {
  site.ports.clock.advance(1_000)
  const { commentId } = await aComment(site.stet, { under: piece.slug, ...(to ? { to } : {}), then })
  return commentId
}
const approved = (to?: string): Promise<string> => write(to, 'approve')
const fragment = (query = ''): Promise<Response> => site.get(`${piece.path}/thread${query}`)
const idsIn = (html: string): string[] =>
  [...html.matchAll(/id="comment-([0-9a-z]+)"/g)].map(([, id]) => id ?? '')

describe('one page of a thread without the rest of the page', () => {
  it('is made without Next, for everybody alike, and can be asked for again at no cost', async () => {
    const [first, second] = [await approved(), await approved()]
    const response = await fragment()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(response.headers.getSetCookie()).toEqual([])
    const html = await response.text()
    expect(idsIn(html)).toEqual([second, first])
    expect(html).not.toMatch(/<html|<form class="comment-form"/)
    const tag = response.headers.get('etag') ?? ''
    const again = await site.get(`${piece.path}/thread`, {
      'if-none-match': tag,
      cookie: 'stet-guest=somebody',
    })
    expect(again.status).toBe(304)
    expect(site.rendered).toEqual([])
  })

  it('follows order, place and branch as the page does', async () => {
    const roots: string[] = []
    for (let n = 0; n < 22; n += 1) roots.push(await approved())
    const newest = [...roots].reverse()
    expect(idsIn(await (await fragment()).text())).toEqual(newest.slice(0, 20))
    const oldest = await (await fragment('?sort=oldest')).text()
    expect(idsIn(oldest)).toEqual(roots.slice(0, 20))
    const more = /<p class="thread-more"><a href="[^"]*(\?[^"#]*)#comments"/.exec(oldest)?.[1] ?? ''
    expect(more).toMatch(/^\?sort=oldest&amp;after=/)
    const next = await (await fragment(more.replaceAll('&amp;', '&'))).text()
    expect(idsIn(next)).toEqual(roots.slice(20))
    const replies = [await approved(roots[0]), await approved(roots[0])]
    const branch = await (await fragment(`?branch=${roots[0]}`)).text()
    expect(idsIn(branch)).toEqual([roots[0], ...replies])
  })

  it('gives one comment alone', async () => {
    const root = await approved()
    await approved(root)
    const html = await (await fragment(`?only=${root}`)).text()
    expect(idsIn(html)).toEqual([root])
    expect(html.startsWith('<li class="comment"')).toBe(true)
  })

  it('gives several alone at once: those that are in sight, and no more than a page can hold', async () => {
    const root = await approved()
    const [waiting, reply, unknown] = [await write(), await approved(root), site.ports.ids.random()]
    const html = await (await fragment(`?only=${[reply, waiting, unknown, root, root, ''].join()}`)).text()
    expect(idsIn(html)).toEqual([reply, root])
    expect((await fragment(`?only=${waiting},${unknown}`)).status).toBe(404)
    const most = Array.from({ length: 99 }, () => site.ports.ids.random())
    expect((await fragment(`?only=${[root, ...most].join()}`)).status).toBe(200)
    expect((await fragment(`?only=${[root, ...most, unknown].join()}`)).status).toBe(404)
  })

  it('gives what is left of a comment that was taken back, as long as somebody answers it', async () => {
    const body = 'Words that were taken back'
    const { commentId: root, author } = await aComment(site.stet, {
      under: piece.slug,
      body,
      then: 'approve',
    })
    const reply = await approved(root)
    await must('withdraw', site.stet.comments.withdraw(author, { commentId: root, version: 2 }))
    const html = await (await fragment(`?only=${root}`)).text()
    expect(idsIn(html)).toEqual([root])
    expect(html).toContain('Comment removed by its author')
    expect(html).not.toMatch(/data-at|comment-name|taken back/)
    await aDecision(site.stet, { on: reply, move: 'reject' })
    expect((await fragment(`?only=${root}`)).status).toBe(404)
  })

  it('answers hidden and unknown alike: nothing is here', async () => {
    const waiting = await write()
    const root = await approved()
    const below = await approved(root)
    await aDecision(site.stet, { on: root, move: 'reject' })
    const elsewhere = await aPiece(site.stet)
    site.ports.clock.advance(1_000)
    const foreign = await aComment(site.stet, { under: elsewhere.slug, then: 'approve' })
    const unknown = site.ports.ids.random()
    const answers = []
    for (const id of [unknown, waiting, root, below, foreign.commentId, 'x', '']) {
      for (const name of ['only', 'branch']) {
        const response = await fragment(`?${name}=${id}`)
        answers.push(`${response.status} ${await response.text()}`)
      }
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^404 /)
    expect((await fragment('?after=nonsense')).status).toBe(404)
    expect((await site.get('/articles/no-such-piece/thread')).status).toBe(404)
    expect(idsIn(await (await fragment()).text())).toEqual([])
  })

  it('takes nothing but GET', async () => {
    expect((await site.post(`${piece.path}/thread`, {})).status).toBe(405)
  })
})
