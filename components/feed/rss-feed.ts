import { escapeText } from './escape-text'
import { type Feed, type FeedEntry, commonLanguage } from './feed'
import { FOR_PEOPLE, STYLE, entryForPeople, headForPeople } from './for-people'
import { type Xml, document, element, optional } from './xml'

/** Namespaces of the elements that RSS itself has no word for. */
export const RSS_NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:slash': 'http://purl.org/rss/1.0/modules/slash/',
  'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
  'xmlns:wfw': 'http://wellformedweb.org/CommentAPI/',
  ...FOR_PEOPLE,
} as const

/** RFC 822 with a year of four digits, as the specification asks. */
export const rssDate = (at: string): string => new Date(at).toUTCString()

/** Media RSS: what readers of feeds show beside the title. */
const media = (picture: FeedEntry['picture']): Xml | null =>
  picture === null
    ? null
    : element(
        'media:content',
        { url: picture.url, medium: 'image' },
        optional('media:description', picture.alt),
        optional('media:credit', picture.credit),
      )

const item = (entry: FeedEntry): Xml => {
  const { url, title, summary, authors, comments } = entry
  return element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, entry.id),
    element('pubDate', {}, rssDate(entry.publishedAt)),
    authors.map(({ name }) => element('dc:creator', {}, name)),
    element('dc:language', {}, entry.language),
    entry.categories.map((category) => element('category', {}, category)),
    // A description is HTML to those who read it.
    optional('description', escapeText(summary)),
    element('content:encoded', {}, entry.html),
    media(entry.picture),
    element('comments', {}, comments.url),
    element('slash:comments', {}, comments.count),
    element('wfw:commentRss', {}, comments.feed),
    entryForPeople({ ...entry, authors: authors.map(({ name }) => name) }),
  )
}

/** RSS 2.0 with full text. The same entries give the same bytes: nothing in it depends on when it was asked for. */
export const rssFeed = (feed: Feed): string => {
  const { title, description, page, addresses, publisher, hub, entries } = feed
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, page),
    element('description', {}, description || title),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: addresses.rss }),
    hub === null ? null : element('atom:link', { rel: 'hub', href: hub }),
    optional('language', commonLanguage(entries)),
    // Before the first piece nothing has changed at any time.
    entries.length > 0 ? element('lastBuildDate', {}, rssDate(feed.updated)) : null,
    element('generator', {}, 'Stet'),
    element('docs', {}, 'https://www.rssboard.org/rss-specification'),
    element(
      'image',
      {},
      element('url', {}, `${publisher.origin}/apple-touch-icon.png`),
      element('title', {}, title),
      element('link', {}, page),
    ),
    headForPeople(title, description, page, addresses.rss),
    entries.map(item),
  )
  return document(element('rss', { version: '2.0', ...RSS_NAMESPACES }, channel), { style: STYLE })
}
