import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

let site: ServedPipeline
let before = ''
let now = ''
beforeAll(async () => {
  site = await servePipeline()
})
afterAll(() => site.close())

/** A piece whose address has changed while somebody had its page open. */
beforeEach(async () => {
  const by = await theOwner(site.stet)
  const { articleId, version, path, slug } = await aPiece(site.stet, { by, title: 'The ferry' })
  const { title, dek, kicker, text, language, direction } = await must(
    'open',
    site.stet.articles.open(by, { articleId }),
  )
  const changed = {
    articleId,
    version,
    title,
    dek,
    kicker,
    text,
    language,
    direction,
    slug: `${slug}-closes`,
  }
  const saved = await must('save', site.stet.articles.save(by, changed))
  const published = await must(
    'publish',
    site.stet.articles.publish(by, { articleId, version: saved.version }),
  )
  before = path
  now = published.path
  site.rendered.length = 0
})

/** The refused posts that pages were made for. */
const refused = (): unknown[] => site.rendered.flatMap(({ visitor }) => visitor?.refused ?? [])

const HTML = { accept: 'text/html,application/xhtml+xml' }

describe('below an address that a piece had before', () => {
  it.each(['thread?sort=oldest', 'mine?posted=1', 'mine.json', 'respond?to=x'])(
    '%s leads to where it is',
    async (rest) => {
      const response = await site.get(`${before}/${rest}`)
      expect([response.status, response.headers.get('location')]).toEqual([302, `${now}/${rest}`])
      expect(response.headers.get('cache-control')).toBe('no-store')
    },
  )

  it('gives an open page what it asks for', async () => {
    const { commentId } = await aComment(site.stet, {
      under: now.slice('/articles/'.length),
      then: 'approve',
    })
    const response = await fetch(`${site.origin}${before}/thread?only=${commentId}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(`id="comment-${commentId}"`)
  })

  it('takes a comment, and lands where it shows', async () => {
    const response = await site.post(`${before}/comments`, { body: 'From a page that was open.' }, HTML)
    expect([response.status, response.headers.get('location')]).toEqual([303, `${now}/mine?posted=1`])
  })

  it('brings a refused form back with what was typed', async () => {
    const typed = 'THIS IS WRITTEN IN CAPITALS ONLY'
    const response = await site.post(`${before}/comments`, { body: typed }, HTML)
    expect(response.status).toBe(422)
    expect(site.rendered.map(({ path }) => path)).toEqual([`${now}/respond`])
    expect(refused()).toMatchObject([{ values: { body: typed } }])
  })

  it('changes a comment, and comes back to the list of them', async () => {
    const { commentId, guestSecret } = await aComment(site.stet, { under: now.slice('/articles/'.length) })
    const cookie = `stet-guest=${guestSecret}`
    const change = (fields: Record<string, string>) =>
      site.post(`${before}/mine`, { commentId, version: '1', ...fields }, { ...HTML, cookie })
    expect((await change({ intent: 'edit', body: '' })).status).toBe(422)
    expect(site.rendered.at(-1)?.path).toBe(`${now}/mine`)
    const done = await change({ intent: 'withdraw' })
    expect(done.headers.get('location')).toBe(`${now}/mine?done=withdraw#comment-${commentId}`)
  })

  it('is nothing for a piece that nobody may read', async () => {
    const draft = await aPiece(site.stet, { state: 'draft' })
    const unknown = '/articles/no-such-piece'
    for (const rest of ['thread', 'mine.json']) {
      const answers = await Promise.all([draft.path, unknown].map((path) => site.get(`${path}/${rest}`)))
      expect(answers.map(({ status }) => status)).toEqual([404, 404])
      const [one, other] = await Promise.all(answers.map((answer) => answer.text()))
      expect(one).toBe(other)
    }
  })
})

describe('an address that an editor redirected', () => {
  const redirect = async (path: string, target: string) =>
    must('redirect', site.stet.articles.addRedirect(await theOwner(site.stet), { path, target }))

  it('leads on, whatever way it is spelled; there is no page of ours at it', async () => {
    await redirect('/2019/Ferry.html', 'https://example.org/ferry?x=1')
    const response = await site.get('/2019/ferry.html/?utm=1', HTML)
    expect([response.status, response.headers.get('location')]).toEqual([
      301,
      'https://example.org/ferry?x=1',
    ])
    expect(response.headers.get('cache-control')).toContain('must-revalidate')
    expect(await site.get('/2019/ferry', HTML)).toHaveProperty('status', 404)
  })

  it('leads on from a piece that was taken off the page, and not from one that readers see', async () => {
    const by = await theOwner(site.stet)
    const { articleId, version, path } = await aPiece(site.stet, { by, title: 'Regatta week' })
    await must('unpublish', site.stet.articles.changeStatus(by, { articleId, version, move: 'unpublish' }))
    expect(await site.get(path, HTML)).toHaveProperty('status', 410)
    await redirect(path, '/archive')
    const response = await site.get(path, HTML)
    expect([response.status, response.headers.get('location')]).toEqual([301, '/archive'])
    const piece = await must('open', site.stet.articles.open(by, { articleId }))
    await must('publish', site.stet.articles.publish(by, { articleId, version: piece.version }))
    expect(await site.get(path, HTML)).toHaveProperty('status', 200)
  })
})
