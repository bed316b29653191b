import type { AlternateLink } from '../../components/reader/head-facts'
import type { Asked } from './page'
import { absolute } from './site'

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
export const feedLinks = (
  asked: Pick<Asked, 'origin' | 'site'>,
  { list, comments }: Beside,
): readonly AlternateLink[] => {
  const lists = [...(list ? [list] : []), { path: '', title: asked.site.name }]
  const link = (type: string, { path, title }: FeedLink): AlternateLink => ({
    type,
    href: absolute(asked, path),
    title,
  })
  const files = (type: string, file: string): readonly AlternateLink[] =>
    lists.map(({ path, title }) => link(type, { path: `${path}/${file}`, title }))
  return [
    ...files('application/rss+xml', 'feed.xml'),
    ...(comments ? [link('application/rss+xml', comments)] : []),
    ...files('application/atom+xml', 'atom.xml'),
    ...files('application/feed+json', 'feed.json'),
  ]
}
