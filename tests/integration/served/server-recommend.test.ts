import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fail } from '../../../lib/kernel/result'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

let site: ServedPipeline
let path = ''
let slug = ''
let commentId = ''
beforeAll(async () => {
  site = await servePipeline()
})
afterAll(() => site.close())
beforeEach(async () => {
  ;({ path, slug } = await aPiece(site.stet))
  ;({ commentId } = await aComment(site.stet, { under: slug, then: 'approve' }))
  site.rendered.length = 0
})

/** The refused posts that pages were made for. */
const refused = (): unknown[] => site.rendered.flatMap(({ visitor }) => visitor?.refused ?? [])

const JSON_TYPE = { accept: 'application/json' }
const HTML = { accept: 'text/html,application/xhtml+xml' }
const guestOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const press = (intent: string, headers: Record<string, string>, id = commentId): Promise<Response> =>
  site.post(`/comments/${id}/recommend`, { intent }, headers)
const send = (fields: Record<string, string>, headers: Record<string, string>, id = commentId) =>
  site.post(`/comments/${id}/report`, fields, headers)
const mine = async (cookie: string): Promise<{ recommended: string[] }> =>
  (await site.get(`${path}/mine.json`, { cookie })).json() as Promise<{ recommended: string[] }>

describe('recommending over HTTP', () => {
  it('answers the island with the number, a cookie for the newcomer, and tells them alone that it is theirs', async () => {
    const first = await press('give', JSON_TYPE)
    expect(first.status).toBe(200)
    expect(await first.json()).toEqual({ recommends: 1, given: true })
    expect(first.headers.get('cache-control')).toBe('private, no-store')
    const cookie = guestOf(first)
    expect(cookie).toMatch(/^stet-guest=/)
    const again = await press('give', { ...JSON_TYPE, cookie })
    expect(await again.json()).toEqual({ recommends: 1, given: true })
    expect(again.headers.getSetCookie()).toEqual([])
    expect((await mine(cookie)).recommended).toEqual([commentId])
    expect((await mine('')).recommended).toEqual([])
    expect(await (await press('take', { ...JSON_TYPE, cookie })).json()).toEqual({
      recommends: 0,
      given: false,
    })
    expect((await mine(cookie)).recommended).toEqual([])
  })

  it('takes a plain form back to the comment', async () => {
    const response = await press('give', HTML)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/comments/${commentId}`)
    expect(guestOf(response)).toMatch(/^stet-guest=/)
  })

  it('opened by hand, leads to the comment, whether there is one or not', async () => {
    for (const id of [commentId, 'unknown']) {
      const response = await site.get(`/comments/${id}/recommend`)
      expect([response.status, response.headers.get('location')]).toEqual([302, `/comments/${id}`])
    }
  })

  it('refuses one’s own with a page that says so, and a problem for the island', async () => {
    const own = await aComment(site.stet, { under: slug, then: 'approve' })
    const cookie = `stet-guest=${own.guestSecret}`
    const page = await press('give', { ...HTML, cookie }, own.commentId)
    expect(page.status).toBe(403)
    expect(await page.text()).toContain(`<a href="/comments/${own.commentId}">Back to the comment</a>`)
    expect(refused()).toMatchObject([{ kind: 'refused', error: { code: 'forbidden' } }])
    const problem = await press('give', { ...JSON_TYPE, cookie }, own.commentId)
    expect(problem.status).toBe(403)
    expect(await problem.json()).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('own') })
  })

  it('says how long to wait when it was too often', async () => {
    const { limits } = site.ports
    const take = limits.take
    limits.take = async () => fail('limited', 'That was too often.', { retryAfter: 7 })
    try {
      const page = await press('give', HTML)
      expect([page.status, page.headers.get('retry-after')]).toEqual([429, '7'])
      expect((await press('give', JSON_TYPE)).status).toBe(429)
    } finally {
      limits.take = take
    }
  })
})

describe('reporting over HTTP', () => {
  it('shows the page with the visitor’s cookie, to nobody else’s cache', async () => {
    const response = await site.get(`/comments/${commentId}/report`, { cookie: 'stet-guest=x' })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toContain('private')
    expect(site.rendered.at(-1)?.visitor?.cookie).toBe('stet-guest=x')
  })

  it('answers a plain form with 303 to the acknowledgement, and the island in JSON; once stored', async () => {
    const first = await send({ reason: 'rude', note: 'Look.' }, HTML)
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe(`/comments/${commentId}/report?done=1`)
    const cookie = guestOf(first)
    const again = await send({ reason: 'spam', note: '' }, { ...JSON_TYPE, cookie })
    expect([again.status, await again.json()]).toEqual([200, { received: true }])
    expect(again.headers.getSetCookie()).toEqual([])
    const { reports } = site.ports.tables
    expect([...reports.values()].filter((report) => report.commentId === commentId)).toMatchObject([
      { reason: 'rude', note: 'Look.' },
    ])
  })

  it('brings the page back with what was typed when no reason was chosen', async () => {
    const page = await send({ note: 'I forgot to choose.' }, HTML)
    expect(page.status).toBe(422)
    expect(await page.text()).toContain(`/comments/${commentId}/report`)
    expect(refused()).toMatchObject([
      {
        error: { code: 'invalid', fields: { reason: 'Choose what is wrong with the comment.' } },
        values: { note: 'I forgot to choose.' },
      },
    ])
  })
})

describe('both', () => {
  const doors = [
    ['recommend', { intent: 'give' }],
    ['report', { reason: 'rude', note: '' }],
  ] as const

  it.each(doors)(
    '%s: a hidden comment and an unknown one get the same answer, byte for byte',
    async (door, fields) => {
      const waiting = await aComment(site.stet, { under: slug })
      const answers = []
      for (const id of [waiting.commentId, site.ports.ids.random()]) {
        for (const accept of [JSON_TYPE, HTML]) {
          const response = await site.post(`/comments/${id}/${door}`, fields, accept)
          const text = (await response.text()).replaceAll(id, 'ID')
          answers.push([response.status, response.headers.getSetCookie(), text])
        }
      }
      expect(answers.slice(0, 2)).toEqual(answers.slice(2))
      expect(answers.map(([status]) => status)).toEqual([404, 404, 404, 404])
    },
  )

  it.each(doors)('%s: refuses what is not its form', async (door, fields) => {
    const address = `/comments/${commentId}/${door}`
    expect((await site.post(address, { ...fields, more: 'x' }, JSON_TYPE)).status).toBe(422)
    expect((await site.post(address, {}, JSON_TYPE)).status).toBe(422)
    const foreign = { ...JSON_TYPE, origin: 'https://elsewhere.example' }
    expect((await site.post(address, fields, foreign)).status).toBe(403)
    const list = await fetch(site.origin + address, {
      method: 'POST',
      body: JSON.stringify(Object.fromEntries(Object.keys(fields).map((name) => [name, ['x']]))),
      headers: { origin: site.origin, 'content-type': 'application/json', ...JSON_TYPE },
    })
    expect(list.status).toBe(422)
  })
})
