import { describe, expect, it } from 'vitest'
import { servePosting, site, path, refused, HTML, postJson, guestOf, mine } from './posting-stage'

servePosting()

const LINKS = 'See http://a.example http://b.example http://c.example http://d.example'

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
