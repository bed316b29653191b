import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { atomFeed } from '@/components/feed/atom-feed'
import { type Feed, newest } from '@/components/feed/feed'
import { jsonFeed } from '@/components/feed/json-feed'
import { pieceEntry } from '@/components/feed/piece-entry'
import { rssFeed } from '@/components/feed/rss-feed'
import type { ArticleView } from '@/lib/articles/article-view'
import { pictureHtml } from '@/lib/articles/document/picture-html'
import { picturePath } from '@/lib/media/media-address'
import { atomProblems, xmlProblems } from '../../support/standards/validate-xml'
import { aPiece } from '../reader/views'

const origin = 'https://news.example'
const address = `${origin}/articles/the-ferry`
const urn = 'urn:stet:article:0123456789abcdefghjkmnpqrs'

const feedOf = (...pieces: ArticleView[]): Feed => ({
  title: 'News & Views',
  description: 'From <here>.',
  page: `${origin}/`,
  addresses: { rss: `${origin}/feed.xml`, atom: `${origin}/atom.xml`, json: `${origin}/feed.json` },
  publisher: { name: 'News & Views', origin },
  hub: null,
  updated: newest(pieces.map(({ updatedAt }) => updatedAt)),
  entries: pieces.map((piece) => pieceEntry(piece, origin)),
})

/** What could end an element, a section or an entity too early, and what XML cannot hold. */
const HOSTILE = ']]> & &amp; <b>bold</b> <!-- --> "quoted" \'q\' \u0001\ufffe\u{1f6a2}'
const CLEAN = HOSTILE.replace('\u0001\ufffe', '')
const HTML = '<p>a ]]&gt; b &amp; c</p><pre><code>]]&gt;&lt;/item&gt;</code></pre>'

const hostile = aPiece({
  title: HOSTILE,
  dek: HOSTILE,
  kicker: HOSTILE,
  html: HTML,
  bylines: [{ name: HOSTILE, slug: 'x"><y', path: '/authors/x%22%3E%3Cy' }],
})

const FORMATS = { rss: rssFeed, atom: atomFeed, json: jsonFeed } as const

describe.each(Object.entries(FORMATS))('the feed as %s', (_format, print) => {
  it('keeps its bytes while nothing changes', () => {
    expect(print(feedOf(aPiece(), aPiece({ id: 'b' })))).toBe(print(feedOf(aPiece(), aPiece({ id: 'b' }))))
    expect(print(feedOf())).toBe(print(feedOf()))
  })

  it('names nothing that is not absolute', () => {
    const picture = { name: '0'.repeat(26), width: 1_600, height: 900, widths: [320, 640], colour: '777777' }
    const shown = { src: picturePath(picture.name), alt: '', shownAs: 'column', first: true } as const
    const piece = aPiece({ html: `<p><a href="/x">x</a></p>${pictureHtml(picture, shown)}` })
    const text = print(feedOf(piece)).replaceAll('&quot;', '"').replaceAll('\\"', '"')
    const named = [...text.matchAll(/(?:href|src|srcset)="([^"]*)"/g)]
      .flatMap(([, found = '']) => found.split(', '))
      // The sheet for people is ours.
      .filter((found) => found !== '/feed.css')
    expect(named.filter((found) => found.endsWith('w'))).toHaveLength(6)
    expect(named.filter((found) => !/^(?:https?|urn):/.test(found))).toEqual([])
  })
})

describe('RSS', () => {
  const read = (...pieces: ArticleView[]) => parseRssFeed(rssFeed(feedOf(...pieces)))

  it('names the publication, and when it changed last', () => {
    expect(read(aPiece({ updatedAt: '2025-02-13T10:00:00.000Z' }), aPiece({ id: 'b' }))).toMatchObject({
      title: 'News & Views',
      description: 'From <here>.',
      link: `${origin}/`,
      language: 'en',
      lastBuildDate: 'Thu, 13 Feb 2025 10:00:00 GMT',
      atom: { links: [{ rel: 'self', href: `${origin}/feed.xml`, type: 'application/rss+xml' }] },
    })
  })

  it('says nothing of a change before the first piece', () => {
    expect(read().lastBuildDate).toBeUndefined()
  })

  it('tells of a piece what the page tells', () => {
    const { items } = read(
      aPiece({
        dek: 'A <crossing>.',
        kicker: 'River',
        commentCount: 20,
        bylines: [
          { name: 'Ada Lovelace', slug: 'ada', path: '/authors/ada' },
          { name: 'Charles Babbage', slug: 'charles', path: '/authors/charles' },
        ],
      }),
    )
    expect(items).toEqual([
      expect.objectContaining({
        title: 'The ferry',
        link: address,
        guid: { value: urn, isPermaLink: false },
        pubDate: 'Wed, 12 Feb 2025 09:30:00 GMT',
        description: 'A &lt;crossing&gt;.',
        categories: [{ name: 'River' }],
        comments: `${address}#comments`,
        content: { encoded: '<p>It sails.</p>' },
        slash: { comments: 20 },
        wfw: { commentRss: `${address}/comments.xml` },
      }),
    ])
    expect(items?.[0]?.dc?.creators).toEqual(['Ada Lovelace', 'Charles Babbage'])
  })

  it('says no language of its own when its pieces are in several', () => {
    expect(read(aPiece(), aPiece({ language: 'fr' })).language).toBeUndefined()
  })

  it('survives texts that look like XML, and letters that XML has not', () => {
    const xml = rssFeed(feedOf(hostile))
    expect(xmlProblems(xml)).toEqual([])
    const { items } = parseRssFeed(xml)
    expect(items).toHaveLength(1)
    expect(items?.[0]).toMatchObject({ title: CLEAN, content: { encoded: HTML }, dc: { creators: [CLEAN] } })
  })

  it('keeps the guid when the address changes', () => {
    const [before, after] = [read(aPiece()), read(aPiece({ path: '/articles/renamed' }))]
    expect(after.items?.[0]?.guid).toEqual(before.items?.[0]?.guid)
  })

  it('may be empty', () => {
    expect(xmlProblems(rssFeed(feedOf()))).toEqual([])
    expect(read().items ?? []).toEqual([])
  })
})

describe('Atom', () => {
  const read = (...pieces: ArticleView[]) => parseAtomFeed(atomFeed(feedOf(...pieces)))

  it.each([
    ['a piece', [aPiece()]],
    ['a piece without a byline', [aPiece({ bylines: [] })]],
    ['hostile texts', [hostile]],
    ['two languages', [aPiece(), aPiece({ language: 'ar', direction: 'rtl', id: 'b' })]],
    ['nothing', []],
  ])('of %s is what RFC 4287 asks for', (_of, pieces) => {
    expect(atomProblems(atomFeed(feedOf(...pieces)))).toEqual([])
  })

  it('tells of a piece what the page tells', () => {
    expect(read(aPiece({ dek: 'A crossing.', kicker: 'River', commentCount: 20 }))).toMatchObject({
      id: `${origin}/atom.xml`,
      title: { value: 'News & Views' },
      subtitle: { value: 'From <here>.' },
      updated: '2025-02-13T10:00:00.000Z',
      entries: [
        {
          id: urn,
          title: { value: 'The ferry' },
          authors: [{ name: 'Ada Lovelace', uri: `${origin}/authors/ada` }],
          published: '2025-02-12T09:30:00.000Z',
          updated: '2025-02-13T10:00:00.000Z',
          summary: { value: 'A crossing.' },
          categories: [{ term: 'River' }],
          content: { value: '<p>It sails.</p>', type: 'html' },
          links: [
            { rel: 'alternate', href: address },
            { rel: 'replies', type: 'text/html', href: `${address}#comments`, thr: { count: 20 } },
            { rel: 'replies', href: `${address}/comments.xml`, thr: { count: 20 } },
          ],
        },
      ],
    })
  })

  it('gives back every letter of hostile texts that XML has', () => {
    const [entry] = read(hostile).entries ?? []
    expect(entry).toMatchObject({ title: { value: CLEAN }, content: { value: HTML } })
  })
})

describe('JSON Feed', () => {
  const read = (...pieces: ArticleView[]) => parseJsonFeed(jsonFeed(feedOf(...pieces)))

  it('tells of a piece what the page tells', () => {
    const text = jsonFeed(feedOf(aPiece()))
    expect(JSON.parse(text)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' })
    expect(
      read(aPiece({ dek: 'A crossing.', kicker: 'River', pictures: ['/media/1.webp', '/media/2.webp'] })),
    ).toEqual({
      title: 'News & Views',
      description: 'From <here>.',
      home_page_url: `${origin}/`,
      feed_url: `${origin}/feed.json`,
      icon: `${origin}/apple-touch-icon.png`,
      favicon: `${origin}/favicon.ico`,
      authors: [{ name: 'News & Views', url: `${origin}/` }],
      language: 'en',
      items: [
        {
          id: urn,
          url: address,
          title: 'The ferry',
          summary: 'A crossing.',
          content_html: '<p>It sails.</p>',
          image: `${origin}/media/1.webp`,
          date_published: '2025-02-12T09:30:00.000Z',
          date_modified: '2025-02-13T10:00:00.000Z',
          authors: [{ name: 'Ada Lovelace', url: `${origin}/authors/ada` }],
          tags: ['River'],
          language: 'en',
        },
      ],
    })
  })

  it('gives back every letter of hostile texts', () => {
    expect(read(hostile).items?.[0]).toMatchObject({ title: HOSTILE, content_html: HTML })
  })
})

describe('a piece written from the right', () => {
  it('says so around its text, where no page does', () => {
    const piece = aPiece({ language: 'ar', direction: 'rtl' })
    expect(pieceEntry(piece, origin).html).toBe('<div dir="rtl" lang="ar"><p>It sails.</p></div>')
  })
})
