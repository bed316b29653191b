import type { Metadata } from 'next'
import { absolute } from './publication'

type Types = NonNullable<NonNullable<Metadata['alternates']>['types']>
interface Link {
  readonly url: string
  readonly title: string
}

/** A feed of comments, beside those of the pieces. */
interface CommentsLink {
  /** Site-relative. */
  readonly path: string
  readonly title: string
}

/** What the head of a page tells readers of feeds: the publication's feeds, and the comments of this page. */
export const feedLinks = (name: string, comments: CommentsLink): Types => {
  const link = (path: string, title: string): Link => ({ url: absolute(path), title })
  return {
    'application/rss+xml': [link('/feed.xml', name), link(comments.path, comments.title)],
    'application/atom+xml': [link('/atom.xml', name)],
    'application/feed+json': [link('/feed.json', name)],
  }
}
