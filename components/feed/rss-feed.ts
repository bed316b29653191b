import { type Extension, Feed } from 'feed'
import type { ArticleView } from '@/lib/articles/article-view'
import { bylineText } from '../reader/words'
import { absoluteHtml } from './absolute-html'

export interface Publication {
  readonly name: string
  readonly description: string
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string
}

const SLASH = 'http://purl.org/rss/1.0/modules/slash/'

/** Elements the library has no word for. The count is that of the visible comments, as on the page. */
const extensions = (piece: ArticleView, address: string): Extension[] => [
  ...(piece.bylines.length > 0
    ? [{ name: 'dc:creator', objects: { _cdata: bylineText(piece.bylines) } }]
    : []),
  { name: 'comments', objects: { _text: `${address}#comments` } },
  { name: 'slash:comments', objects: { _text: piece.commentCount } },
]

const newest = (pieces: readonly ArticleView[]): Date =>
  new Date(Math.max(0, ...pieces.map((piece) => Date.parse(piece.updatedAt))))

/** RSS 2.0 with full text. The same pieces give the same bytes: nothing in it depends on when it was asked for. */
export const rssFeed = (
  { name, description, origin }: Publication,
  pieces: readonly ArticleView[],
): string => {
  const feed = new Feed({
    title: name,
    description,
    link: `${origin}/`,
    feedLinks: { rss: `${origin}/feed.xml` },
    updated: newest(pieces),
    generator: 'Stet',
  })
  for (const piece of pieces) {
    const address = `${origin}${piece.path}`
    feed.addItem({
      // Outlives a change of the address.
      guid: `urn:stet:article:${piece.id}`,
      title: piece.title,
      link: address,
      date: new Date(piece.publishedAt),
      description: piece.dek || undefined,
      content: absoluteHtml(piece.html, address),
      extensions: extensions(piece, address),
    })
  }
  // The library declares the namespaces it knows; ours goes beside them.
  return feed.rss2().replace('<rss version="2.0"', `<rss version="2.0" xmlns:slash="${SLASH}"`)
}
