import { type Feed, type FeedEntry, commonLanguage } from './feed'
import { FOR_PEOPLE, STYLE, entryForPeople, headForPeople } from './for-people'
import { type Xml, document, element, optional } from './xml'

const THREAD = 'http://purl.org/syndication/thread/1.0'
const RSS = 'application/rss+xml'

const person = ({ name, url }: { readonly name: string; readonly url: string }): Xml =>
  element('author', {}, element('name', {}, name), element('uri', {}, url))

const entry = (given: FeedEntry): Xml => {
  const { url, title, summary, authors, comments } = given
  return element(
    'entry',
    { 'xml:lang': given.language },
    element('id', {}, given.id),
    element('title', {}, title),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    // RFC 4685: where its comments are, and how many.
    element('link', { rel: 'replies', type: 'text/html', href: comments.url, 'thr:count': comments.count }),
    element('link', { rel: 'replies', type: RSS, href: comments.feed, 'thr:count': comments.count }),
    element('published', {}, given.publishedAt),
    element('updated', {}, given.updatedAt),
    authors.map(person),
    given.categories.map((category) => element('category', { term: category })),
    optional('summary', summary),
    given.picture && element('link', { rel: 'enclosure', href: given.picture.url }),
    element('content', { type: 'html' }, given.html),
    entryForPeople({ ...given, authors: authors.map(({ name }) => name) }),
  )
}

/** Atom 1.0 (RFC 4287) with full text. The same entries give the same bytes. */
export const atomFeed = (feed: Feed): string => {
  const { title, description, page, addresses, publisher, hub, entries } = feed
  const home = `${publisher.origin}/`
  return document(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:thr': THREAD,
        ...FOR_PEOPLE,
        'xml:lang': commonLanguage(entries),
      },
      element('id', {}, addresses.atom),
      element('title', {}, title),
      optional('subtitle', description),
      element('link', { rel: 'self', type: 'application/atom+xml', href: addresses.atom }),
      hub === null ? null : element('link', { rel: 'hub', href: hub }),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
      element('updated', {}, feed.updated),
      // Who stands behind an entry without a byline.
      element('author', {}, element('name', {}, publisher.name), element('uri', {}, home)),
      element('icon', {}, `${publisher.origin}/apple-touch-icon.png`),
      element('generator', {}, 'Stet'),
      headForPeople(title, description, page, addresses.atom),
      entries.map(entry),
    ),
    { style: STYLE },
  )
}
