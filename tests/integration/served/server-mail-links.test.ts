import { beforeAll, describe, expect, it } from 'vitest'
import { UNDO_WINDOW } from '../../../lib/notifications/rhythm'
import { aPiece } from '../../support/builders/a-piece'
import { servePipeline } from '../../support/serve-pipeline'
import {
  serveMail,
  site,
  path,
  HTML,
  round,
  wait,
  postForm,
  approve,
  linkIn,
  header,
  aListener,
  oneClick,
} from './mail-stage'

serveMail()

describe('a post without an origin', () => {
  let stop = ''
  let commentId = ''
  beforeAll(async () => {
    const piece = await aPiece(site.stet)
    commentId = await aListener('click@post.test', piece.path)
    await approve(await postForm({ body: 'A click.', parentId: commentId }, '', piece.path))
    await round()
    wait(UNDO_WINDOW)
    const [mail] = await round()
    stop = linkIn(mail, '/unsubscribe')
  })
  const active = () => site.ports.wishStore.countActive('click@post.test')

  it.each([
    ['with a cookie', { cookie: 'stet-guest=aaaaaaaaaaaaaaaaaaaaaa' }, 403],
    ['with a foreign origin', { origin: 'https://evil.example' }, 403],
    ['with the origin null', { origin: 'null' }, 403],
    ['by a browser from elsewhere', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s is refused', async (_, headers, status) => {
    expect((await oneClick(stop, headers)).status).toBe(status)
    expect(await active()).toBe(1)
  })

  it('without a key, with a wrong one, or elsewhere is refused', async () => {
    const wrong = new URL(stop, site.origin)
    wrong.searchParams.set('key', 'x'.repeat(43))
    const twice = `${stop}&key=${'x'.repeat(43)}`
    const asked = (link: string) => oneClick(link).then(({ status }) => status)
    expect(await asked('/unsubscribe')).toBe(403)
    expect(await asked('/unsubscribe?key=')).toBe(404)
    expect(await asked(wrong.pathname + wrong.search)).toBe(404)
    expect(await asked(twice)).toBe(404)
    expect(await asked(stop.replace('/unsubscribe', '/unsubscribe/'))).toBe(403)
    expect(await asked(stop.replace('/unsubscribe', '/confirm'))).toBe(403)
    expect(await asked(`${path}/comments${new URL(stop, site.origin).search}`)).toBe(403)
    expect(await active()).toBe(1)
  })

  it('with another body, or by another method, stops nothing', async () => {
    expect((await oneClick(stop, {}, 'List-Unsubscribe=No')).status).toBe(422)
    expect((await oneClick(stop, {}, 'List-Unsubscribe=One-Click&more=1')).status).toBe(422)
    expect((await oneClick(stop, {}, '')).status).toBe(422)
    for (const method of ['PUT', 'DELETE']) {
      expect((await fetch(site.origin + stop, { method })).status).toBe(403)
    }
    for (const method of ['GET', 'HEAD'])
      expect((await fetch(site.origin + stop, { method })).status).toBe(200)
    expect(await active()).toBe(1)
  })

  it('from our own page stops by its buttons, and comes back to it', async () => {
    const answer = await site.post(
      stop,
      { stop: 'this' },
      { ...HTML, cookie: 'stet-guest=aaaaaaaaaaaaaaaaaaaaaa' },
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, stop])
    expect(await active()).toBe(0)
  })

  it('of a digest stops everything to the address', async () => {
    const [a, b] = [await aListener('digest@post.test'), await aListener('digest@post.test')]
    for (const to of [a, b]) await approve(await postForm({ body: `Digest ${to}`, parentId: to }))
    await round()
    wait(UNDO_WINDOW)
    const [digest] = await round()
    const link = header(digest, 'list-unsubscribe')?.slice(1, -1).replace(site.origin, '') ?? ''
    expect((await oneClick(link)).status).toBe(200)
    expect(await site.ports.wishStore.countActive('digest@post.test')).toBe(0)
  })
})

describe('the links of a mail', () => {
  it.each(['/confirm', '/unsubscribe', '/confirm?id=x&until=1&key=x', '/unsubscribe?id=x&key=x'])(
    '%s does not exist without its key',
    async (link) => {
      site.rendered.length = 0
      const answers = await Promise.all([site.get(link), site.post(link, { stop: 'this' })])
      expect(answers.map(({ status }) => status)).toEqual([404, 404])
      expect(site.rendered.map((question) => question.path)).toEqual([
        '/internal/missing',
        '/internal/missing',
      ])
    },
  )
})

describe('the form', () => {
  it('says at the field that an address is needed, and keeps the boxes', async () => {
    const fields = { body: 'Tell me.', email: '', tellReplies: '1', anyway: '1' }
    const response = await site.post(`${path}/comments`, fields, { accept: 'application/json' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ fields: { email: expect.stringContaining('untick') } })
  })

  it('takes a comment with a word about mail that never was offered', async () => {
    const quiet = await servePipeline()
    const piece = await aPiece(quiet.stet)
    const fields = { body: 'Tell me.', tellReplies: '1', tellApproved: '' }
    expect((await quiet.post(`${piece.path}/comments`, fields)).status).toBe(303)
    expect(quiet.ports.tables.subscriptions.size).toBe(0)
    await quiet.close()
  })
})
