import type { Metadata } from 'next'
import { absolute } from './publication'

type Types = NonNullable<NonNullable<Metadata['alternates']>['types']>

/** A feed beside those of the publication. */
interface FeedLink {
  /** Site-relative; of a list, what its feeds stand below. */
  readonly path: string
  readonly title: string
}

interface Beside {
  /** The list of pieces that this page shows. */
  readonly list?: FeedLink
  /** The comments of this page. */
  readonly comments?: FeedLink
}

/** What the head of a page tells readers of feeds: the page's own ones first, then the publication's. */
export const feedLinks = (name: string, { list, comments }: Beside): Types => {
  const link = ({ path, title }: FeedLink) => ({ url: absolute(path), title })
  const lists = [...(list ? [list] : []), { path: '', title: name }]
  const files = (file: string) => lists.map(({ path, title }) => link({ path: `${path}/${file}`, title }))
  return {
    'application/rss+xml': [...files('feed.xml'), ...(comments ? [link(comments)] : [])],
    'application/atom+xml': files('atom.xml'),
    'application/feed+json': files('feed.json'),
  }
}
