import { type Feed, type FeedEntry, commonLanguage } from './feed'

const authorsOf = (authors: FeedEntry['authors']) => (authors.length > 0 ? { authors } : {})

const item = (entry: FeedEntry) => {
  const { id, url, title, summary, html, categories, language, comments } = entry
  return {
    ...{ id, url, title },
    ...(summary ? { summary } : {}),
    content_html: html,
    ...(entry.picture ? { image: entry.picture.url } : {}),
    date_published: entry.publishedAt,
    date_modified: entry.updatedAt,
    ...authorsOf(entry.authors),
    ...(categories.length > 0 ? { tags: categories } : {}),
    language,
    // What the format has no word for goes under a name of its own (its section "Extensions").
    _comments: { count: comments.count, url: comments.url, feed_url: comments.feed },
  }
}

/** JSON Feed 1.1 with full text. The same entries give the same bytes. */
export const jsonFeed = ({ title, description, page, addresses, publisher, hub, entries }: Feed): string => {
  const { name, origin } = publisher
  const language = commonLanguage(entries)
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: addresses.json,
    ...(description ? { description } : {}),
    icon: `${origin}/apple-touch-icon.png`,
    favicon: `${origin}/favicon.ico`,
    authors: [{ name, url: `${origin}/` }],
    ...(language ? { language } : {}),
    ...(hub ? { hubs: [{ type: 'WebSub', url: hub }] } : {}),
    items: entries.map(item),
  })
}
