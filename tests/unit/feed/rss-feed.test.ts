import Parser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { absoluteHtml } from '@/components/feed/absolute-html'
import { rssFeed } from '@/components/feed/rss-feed'
import { aPiece } from '../reader/views'

const publication = { name: 'News & Views', description: 'From <here>.', origin: 'https://news.example' }

const parser = new Parser<object, { slashComments: string; comments: string }>({
  customFields: { item: [['slash:comments', 'slashComments'], 'comments'] },
})
const read = (...pieces: Parameters<typeof rssFeed>[1]) => parser.parseString(rssFeed(publication, pieces))

describe('the feed', () => {
  it('names the publication', async () => {
    expect(await read(aPiece())).toMatchObject({
      title: 'News & Views',
      description: 'From <here>.',
      link: 'https://news.example/',
    })
  })

  it('tells of a piece what the page tells', async () => {
    const { items } = await read(aPiece({ dek: 'A crossing.', commentCount: 20 }))
    expect(items[0]).toMatchObject({
      title: 'The ferry',
      link: 'https://news.example/articles/the-ferry',
      guid: 'urn:stet:article:0123456789abcdefghjkmnpqrs',
      isoDate: '2025-02-12T09:30:00.000Z',
      creator: 'Ada Lovelace',
      content: 'A crossing.',
      'content:encoded': '<p>It sails.</p>',
      comments: 'https://news.example/articles/the-ferry#comments',
      slashComments: '20',
    })
  })

  it('survives texts that look like XML', async () => {
    const title = ']]> & <b>bold</b> <!-- --> "quoted"'
    const html = '<p>a ]]&gt; b &amp; c</p><pre><code>]]&gt;&lt;/item&gt;</code></pre>'
    const { items } = await read(
      aPiece({ title, html, dek: title, bylines: [{ name: title, slug: 'x', path: '/authors/x' }] }),
    )
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ title, creator: title, 'content:encoded': html })
  })

  it('keeps its bytes while nothing changes', () => {
    expect(rssFeed(publication, [aPiece()])).toBe(rssFeed(publication, [aPiece()]))
    expect(rssFeed(publication, [])).toBe(rssFeed(publication, []))
  })

  it('keeps the guid when the address changes', async () => {
    const [before, after] = await Promise.all([read(aPiece()), read(aPiece({ path: '/articles/renamed' }))])
    expect(after.items[0]?.guid).toBe(before.items[0]?.guid)
  })

  it('may be empty', async () => {
    expect((await read()).items).toEqual([])
  })
})

describe('addresses in a text that leaves its page', () => {
  const base = 'https://news.example/articles/the-ferry'

  it.each([
    ['<a href="/articles/x">', '<a href="https://news.example/articles/x">'],
    ['<a href="#fn1">', '<a href="https://news.example/articles/the-ferry#fn1">'],
    ['<img alt="" src="/media/1.webp">', '<img alt="" src="https://news.example/media/1.webp">'],
    ['<a href="https://other.example/?a=1&amp;b=2">', '<a href="https://other.example/?a=1&amp;b=2">'],
    ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    ['<code>href="/x"</code>', '<code>href="/x"</code>'],
  ])('%s', (html, expected) => {
    expect(absoluteHtml(html, base)).toBe(expected)
  })
})
