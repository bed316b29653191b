import type { NewsPieceView, SitemapPieceView } from '@/lib/feeds/feed-view'
import { absolute } from '../feed/absolute-html'
import { type Xml, document, element } from '../feed/xml'

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1'
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9'

/** A file of the map, or a page; `changedAt` is ISO 8601, null where nobody can say. */
export interface Place {
  /** Site-relative. */
  readonly path: string
  readonly changedAt: string | null
}

const place = (name: 'sitemap' | 'url', { path, changedAt }: Place, origin: string, ...rest: Xml[]): Xml =>
  element(
    name,
    {},
    element('loc', {}, origin + path),
    changedAt === null ? null : element('lastmod', {}, changedAt),
    rest,
  )

/** The file that robots begin with: it names the others. */
export const sitemapIndex = (files: readonly Place[], origin: string): string =>
  document(
    element(
      'sitemapindex',
      { xmlns: SITEMAP },
      files.map((file) => place('sitemap', file, origin)),
    ),
  )

/** Pages, and pieces with their pictures. */
export const sitemap = (pages: readonly (Place | SitemapPieceView)[], origin: string): string => {
  const pictures = (page: Place | SitemapPieceView): Xml[] =>
    'images' in page
      ? page.images.map((src) => {
          const address = absolute(src, origin + page.path)
          return element('image:image', {}, element('image:loc', {}, address))
        })
      : []
  return document(
    element(
      'urlset',
      { xmlns: SITEMAP, 'xmlns:image': IMAGE },
      pages.map((page) => place('url', page, origin, ...pictures(page))),
    ),
  )
}

/** ISO 639: two or three letters; Chinese alone is told apart by its script (Google's rule). */
const newsLanguage = (tag: string): string => {
  const { language, script } = new Intl.Locale(tag).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' ? 'zh-tw' : 'zh-cn'
}

/** What is new enough for news searches. */
export const newsSitemap = (
  pieces: readonly NewsPieceView[],
  { name, origin }: { readonly name: string; readonly origin: string },
): string =>
  document(
    element(
      'urlset',
      { xmlns: SITEMAP, 'xmlns:news': NEWS },
      pieces.map(({ path, title, language, publishedAt }) =>
        element(
          'url',
          {},
          element('loc', {}, origin + path),
          element(
            'news:news',
            {},
            element(
              'news:publication',
              {},
              element('news:name', {}, name),
              element('news:language', {}, newsLanguage(language)),
            ),
            element('news:publication_date', {}, publishedAt),
            element('news:title', {}, title),
          ),
        ),
      ),
    ),
  )
