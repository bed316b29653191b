import { Readable } from 'node:stream'
import { ErrorLevel, XMLToSitemapItemStream, parseSitemapIndex } from 'sitemap'
import { describe, expect, it } from 'vitest'
import { newsSitemap, sitemap, sitemapIndex } from '@/components/robots/sitemap'
import { sitemapProblems, xmlProblems } from '../../support/standards/validate-xml'

const origin = 'https://news.example'
const at = '2025-02-12T09:30:00.000Z'

const read = (xml: string): Promise<unknown[]> =>
  Readable.from([xml])
    .pipe(new XMLToSitemapItemStream({ level: ErrorLevel.THROW, logger: false }))
    .toArray()

describe('the map of the site', () => {
  it('names its files', async () => {
    const xml = sitemapIndex(
      [
        { path: '/sitemaps/pages.xml', changedAt: null },
        { path: '/sitemaps/1.xml', changedAt: at },
      ],
      origin,
    )
    expect(xmlProblems(xml)).toEqual([])
    expect(await parseSitemapIndex(Readable.from([xml]))).toEqual([
      { url: `${origin}/sitemaps/pages.xml` },
      { url: `${origin}/sitemaps/1.xml`, lastmod: at },
    ])
  })

  it('lists pages, and pieces with their pictures', async () => {
    const xml = sitemap(
      [
        { path: '/', changedAt: null },
        { path: '/articles/a', changedAt: at, images: ['/media/1.webp?a=1&b=2', '/media/2.webp'] },
        { path: '/articles/%D9%85', changedAt: at, images: [] },
      ],
      origin,
    )
    expect(sitemapProblems(xml)).toEqual([])
    expect(await read(xml)).toEqual([
      expect.objectContaining({ url: `${origin}/`, img: [] }),
      expect.objectContaining({
        url: `${origin}/articles/a`,
        lastmod: at,
        img: [{ url: `${origin}/media/1.webp?a=1&b=2` }, { url: `${origin}/media/2.webp` }],
      }),
      expect.objectContaining({ url: `${origin}/articles/%D9%85`, lastmod: at }),
    ])
  })
})

describe('the map of the news', () => {
  const piece = { path: '/articles/a', title: 'A & <b>', language: 'en', publishedAt: at }
  const publication = { name: 'News & Views', origin }

  it('tells of each piece what news searches ask for', async () => {
    const xml = newsSitemap([piece], publication)
    expect(sitemapProblems(xml)).toEqual([])
    expect(await read(xml)).toEqual([
      expect.objectContaining({
        url: `${origin}/articles/a`,
        news: {
          publication: { name: 'News & Views', language: 'en' },
          publication_date: at,
          title: 'A & <b>',
        },
      }),
    ])
  })

  it.each([
    ['en-GB', 'en'],
    ['de-AT', 'de'],
    ['zh', 'zh-cn'],
    ['zh-TW', 'zh-tw'],
    ['zh-Hant-HK', 'zh-tw'],
    ['gsw', 'gsw'],
  ])('calls %s %s', (language, expected) => {
    const xml = newsSitemap([{ ...piece, language }], publication)
    expect(sitemapProblems(xml)).toEqual([])
    expect(xml).toContain(`<news:language>${expected}</news:language>`)
  })

  it('may be empty', () => {
    expect(xmlProblems(newsSitemap([], publication))).toEqual([])
  })
})
