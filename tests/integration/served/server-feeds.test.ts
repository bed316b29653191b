import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR } from '../../../lib/kernel/clock'
import { aComment } from '../../support/builders/a-comment'
import { type Piece, aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'
import { atomProblems, sitemapProblems, xmlProblems } from '../../support/standards/validate-xml'

let site: ServedPipeline
let piece: Piece
let shown: string
beforeAll(async () => {
  site = await servePipeline()
  piece = await aPiece(site.stet, {
    title: 'Ropes & knots',
    slug: 'ropes',
    dek: 'What holds.',
    text: '![A knot](/media/knot.webp "Tied")\n\nSee [the others](/archive).',
  })
  const comment = await aComment(site.stet, { under: 'ropes', body: 'A **good** <knot>.', then: 'approve' })
  shown = comment.commentId
  await aComment(site.stet, { under: 'ropes', body: 'canary-waiting' })
  await aPiece(site.stet, { title: 'Canary draft', slug: 'canary-draft', text: 'x', state: 'draft' })
})
afterAll(() => site.close())

const text = async (path: string): Promise<string> => {
  const response = await site.get(path)
  expect(response.status, path).toBe(200)
  return response.text()
}

const FILES = {
  '/feed.xml': 'application/xml; charset=utf-8',
  '/atom.xml': 'application/xml; charset=utf-8',
  '/feed.json': 'application/feed+json; charset=utf-8',
  '/comments.xml': 'application/xml; charset=utf-8',
  '/articles/ropes/comments.xml': 'application/xml; charset=utf-8',
  '/articles/ropes.md': 'text/markdown; charset=utf-8',
  '/sitemap.xml': 'application/xml; charset=utf-8',
  '/sitemaps/pages.xml': 'application/xml; charset=utf-8',
  '/sitemaps/1.xml': 'application/xml; charset=utf-8',
  '/news-sitemap.xml': 'application/xml; charset=utf-8',
  '/robots.txt': 'text/plain; charset=utf-8',
  '/llms.txt': 'text/plain; charset=utf-8',
} as const

describe.each(Object.entries(FILES))('%s', (path, type) => {
  it('is the same for everybody, and 304 to whoever holds it', async () => {
    site.rendered.length = 0
    const response = await site.get(path)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      vary: 'Accept-Encoding',
    })
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=0, .*must-revalidate$/)
    expect(response.headers.has('set-cookie')).toBe(false)
    const body = await response.text()
    const again = await site.get(`${path}?utm_source=x`, { cookie: 'stet-guest=x', accept: 'text/html' })
    expect(await again.text()).toBe(body)
    const etag = response.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$|^"[\w-]+-(?:br|gz)"$/)
    const known = await site.get(path, { 'if-none-match': etag })
    expect([known.status, await known.text()]).toEqual([304, ''])
    // Not one of them needs a page.
    expect(site.rendered).toEqual([])
  })

  it('tells nothing of what is hidden', async () => {
    expect((await text(path)).toLowerCase()).not.toContain('canary')
  })

  it('is well-formed, where it is XML', async () => {
    if (type.includes('xml')) expect(xmlProblems(await text(path))).toEqual([])
    else expect(type).toMatch(/^(?:text|application)\//)
  })
})

describe('the three feeds', () => {
  it('tell the same pieces', async () => {
    const id = `urn:stet:article:${piece.articleId}`
    const rss = parseRssFeed(await text('/feed.xml'))
    const atomText = await text('/atom.xml')
    const json = parseJsonFeed(await text('/feed.json'))
    expect(atomProblems(atomText)).toEqual([])
    expect(rss.items?.map(({ guid }) => guid?.value)).toEqual([id])
    expect(parseAtomFeed(atomText).entries?.map((entry) => entry.id)).toEqual([id])
    expect(json.items?.map((item) => item.id)).toEqual([id])
    expect(json.items?.[0]).toMatchObject({
      url: `${site.origin}/articles/ropes`,
      image: `${site.origin}/media/knot.webp`,
    })
    expect(json.items?.[0]?.content_html).toContain(`href="${site.origin}/archive"`)
    expect(rss.items?.[0]?.slash?.comments).toBe(1)
  })

  it('have the date of the newest change, and other bytes after one', async () => {
    const site = await servePipeline()
    const owner = await theOwner(site.stet)
    const { articleId, version } = await aPiece(site.stet, { by: owner, title: 'One', slug: 'one' })
    const before = await (await site.get('/feed.xml')).text()
    const at = site.ports.clock.now()
    site.ports.clock.advance(HOUR)
    const saved = await must(
      'save',
      site.stet.articles.save(owner, { articleId, version, title: 'One', text: 'Another text.' }),
    )
    expect(await (await site.get('/feed.xml')).text()).toBe(before)
    await must('publish', site.stet.articles.publish(owner, { articleId, version: saved.version }))
    const after = parseRssFeed(await (await site.get('/feed.xml')).text())
    expect(parseRssFeed(before).lastBuildDate).toBe(new Date(at).toUTCString())
    expect(after.lastBuildDate).toBe(new Date(at + HOUR).toUTCString())
    expect(after.items?.[0]?.pubDate).toBe(new Date(at).toUTCString())
    await site.close()
  })
})

describe('a change that waited', () => {
  it('is as old as the moment at which readers got it, in feeds, maps and on the page', async () => {
    const site = await servePipeline()
    const owner = await theOwner(site.stet)
    const { clock } = site.ports
    const { articleId, version, path } = await aPiece(site.stet, { title: 'One' })
    clock.advance(HOUR)
    const written = { articleId, version, title: 'One', text: 'Another text.' }
    const saved = await must('save', site.stet.articles.save(owner, written))
    clock.advance(HOUR)
    await aPiece(site.stet, { title: 'Two' })
    const told = async () => parseRssFeed(await (await site.get('/feed.xml')).text()).lastBuildDate
    const before = await told()
    clock.advance(HOUR)
    const live = await must(
      'publish',
      site.stet.articles.publish(owner, { articleId, version: saved.version }),
    )
    const at = clock.now()
    expect([before, await told()]).toEqual([at - HOUR, at].map((moment) => new Date(moment).toUTCString()))
    const day = new Date(at).toISOString()
    const atom = parseAtomFeed(await (await site.get('/atom.xml')).text())
    expect([atom.updated, atom.entries?.find(({ title }) => title?.value === 'One')?.updated]).toEqual([
      day,
      day,
    ])
    expect(await (await site.get('/sitemaps/1.xml')).text()).toContain(`<lastmod>${day}</lastmod>`)
    expect(await (await site.get(path)).text()).toContain(`"dateModified":"${day}"`)

    // It goes and comes back as it was: nobody has to read it anew.
    clock.advance(HOUR)
    const gone = { articleId, version: live.version, move: 'unpublish' } as const
    const away = await must('unpublish', site.stet.articles.changeStatus(owner, gone))
    clock.advance(HOUR)
    await must('publish', site.stet.articles.publish(owner, { articleId, version: away.version }))
    expect(await told()).toBe(new Date(at).toUTCString())
    await site.close()
  })
})

describe('the feeds of a list', () => {
  it('tell what has the tag or what the author wrote, and name themselves', async () => {
    const site = await servePipeline()
    const owner = await theOwner(site.stet)
    const slug = site.ports.tables.users.get(owner.userId)?.slug ?? ''
    const tagged = await aPiece(site.stet, { title: 'Tagged', tags: 'Hemp & jute' })
    await aPiece(site.stet, { title: 'Untagged' })
    await aPiece(site.stet, { title: 'Draft', tags: 'Secret', state: 'draft' })
    const read = async (path: string) => parseRssFeed(await (await site.get(path)).text())
    const ofTag = await read('/tags/hemp-jute/feed.xml')
    expect(ofTag.title).toMatch(/^Hemp & jute · /)
    expect(ofTag.link).toBe(`${site.origin}/tags/hemp-jute`)
    expect(ofTag.items).toEqual([
      expect.objectContaining({
        guid: { value: `urn:stet:article:${tagged.articleId}`, isPermaLink: false },
        categories: [{ name: 'Hemp & jute' }],
      }),
    ])
    const titles = (await read(`/authors/${slug}/feed.xml`)).items?.map(({ title }) => title)
    expect(titles?.toSorted()).toEqual(['Tagged', 'Untagged'])
    const atom = await (await site.get('/tags/hemp-jute/atom.xml')).text()
    expect(atomProblems(atom)).toEqual([])
    const json = parseJsonFeed(await (await site.get('/tags/hemp-jute/feed.json')).text())
    expect(json.feed_url).toBe(`${site.origin}/tags/hemp-jute/feed.json`)

    const moved = await site.get('/tags/Hemp%20&%20Jute/feed.json')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/tags/hemp-jute/feed.json'])
    for (const path of ['/tags/secret/feed.xml', '/tags/never/atom.xml', '/authors/nobody/feed.json']) {
      expect((await site.get(path)).status).toBe(404)
    }
    await site.close()
  })
})

describe('the feeds of comments', () => {
  it.each(['/comments.xml', '/articles/ropes/comments.xml'])('%s tell what readers see', async (path) => {
    const { items } = parseRssFeed(await text(path))
    expect(items).toEqual([
      expect.objectContaining({
        link: `${site.origin}/comments/${shown}`,
        guid: { value: `urn:stet:comment:${shown}`, isPermaLink: false },
        description: '<p>A **good** &lt;knot&gt;.</p>',
      }),
    ])
  })
})

describe('a file of a piece', () => {
  it.each(['.md', '/comments.xml'])('%s moves, goes and is missing with it', async (behind) => {
    const site = await servePipeline()
    const owner = await theOwner(site.stet)
    const { articleId, version } = await aPiece(site.stet, { by: owner, title: 'Here', slug: 'here' })
    await aPiece(site.stet, { title: 'Draft', slug: 'draft', state: 'draft' })
    const status = async (slug: string) => {
      const { status, headers } = await site.get(`/articles/${slug}${behind}`)
      return [status, headers.get('location')]
    }
    expect(await status('here')).toEqual([200, null])
    expect(await status('Here')).toEqual([301, `/articles/here${behind}`])
    expect(await status('draft')).toEqual([404, null])
    expect(await status('never-was')).toEqual([404, null])
    const [draft, nothing] = await Promise.all(
      ['draft', 'never-was'].map(async (slug) => (await site.get(`/articles/${slug}${behind}`)).text()),
    )
    expect(draft).toBe(nothing)
    await must('unpublish', site.stet.articles.changeStatus(owner, { articleId, version, move: 'unpublish' }))
    expect(await status('here')).toEqual([410, null])
    await site.close()
  })
})

describe('a piece as Markdown', () => {
  it('is its text, every address absolute, and names the page as the one to show', async () => {
    const response = await site.get('/articles/ropes.md')
    expect(response.headers.get('link')).toBe(`<${site.origin}/articles/ropes>; rel="canonical"`)
    const markdown = await response.text()
    expect(markdown).toMatch(/^# Ropes \\& knots\n\n\*What holds\.\*\n\n/)
    expect(markdown).toContain(`![A knot](${site.origin}/media/knot.webp "Tied")`)
    expect(markdown).toContain(`[the others](${site.origin}/archive)`)
    expect(markdown).toContain(`[1 Comment](${site.origin}/articles/ropes#comments)`)
  })
})

describe('the maps', () => {
  it('lead from robots.txt to every public piece and picture', async () => {
    const [, index = ''] = /^Sitemap: (.*)$/m.exec(await text('/robots.txt')) ?? []
    expect(index).toBe(`${site.origin}/sitemap.xml`)
    const files = [...(await text('/sitemap.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, at = '']) => at)
    expect(files).toEqual([`${site.origin}/sitemaps/pages.xml`, `${site.origin}/sitemaps/1.xml`])
    const maps = await Promise.all(files.map((file) => text(file.slice(site.origin.length))))
    for (const map of maps) expect(sitemapProblems(map)).toEqual([])
    expect(maps.join('')).toContain(`<loc>${site.origin}/articles/ropes</loc>`)
    expect(maps.join('')).toContain(`<image:loc>${site.origin}/media/knot.webp</image:loc>`)
  })

  it.each(['0', '01', '2', '-1', 'x', '1.5', '9999999', 'constructor'])(
    '%s is no file of it',
    async (number) => {
      expect((await site.get(`/sitemaps/${number}.xml`)).status).toBe(404)
    },
  )

  it('call a piece news for 48 hours', async () => {
    const site = await servePipeline()
    await aPiece(site.stet, { title: 'Old', slug: 'old' })
    site.ports.clock.advance(HOUR)
    await aPiece(site.stet, { title: 'New', slug: 'new' })
    const titles = async () =>
      [...(await (await site.get('/news-sitemap.xml')).text()).matchAll(/<news:title>([^<]*)/g)].map(
        ([, t]) => t,
      )
    expect(sitemapProblems(await (await site.get('/news-sitemap.xml')).text())).toEqual([])
    expect(await titles()).toEqual(['New', 'Old'])
    site.ports.clock.advance(47 * HOUR - 1)
    expect(await titles()).toEqual(['New', 'Old'])
    site.ports.clock.advance(1)
    expect(await titles()).toEqual(['New'])
    site.ports.clock.advance(HOUR)
    expect(await titles()).toEqual([])
    await site.close()
  })
})
