import type { Ports } from '../ports'
import { piecePath, tagPath } from './article-path'

/** An address that a link may be meant to lead to. */
export interface LinkableView {
  readonly path: string
  readonly title: string
}

/** Every publication has these. */
const HOUSE: readonly LinkableView[] = [
  { path: '/', title: 'Front page' },
  { path: '/tags', title: 'Tags' },
  { path: '/series', title: 'Series' },
  { path: '/authors', title: 'Authors' },
  { path: '/archive', title: 'Archive' },
  { path: '/search', title: 'Search' },
  { path: '/guidelines', title: 'Guidelines' },
  { path: '/transparency', title: 'Transparency' },
  { path: '/feed.xml', title: 'Feed' },
  { path: '/login', title: 'Sign in' },
]
const [PAGES, TAGS] = [100, 100]

/** What a link at the top of every page may lead to: public places alone. */
export const listLinkable = async ({
  pieceIndex,
  clock,
}: Pick<Ports, 'pieceIndex' | 'clock'>): Promise<readonly LinkableView[]> => {
  const now = clock.now()
  const [pages, tags] = await Promise.all([pieceIndex.pages(now, PAGES), pieceIndex.tags(now, TAGS)])
  const written = pages.map((page) => ({ path: piecePath(page), title: page.title }))
  return [
    ...HOUSE.filter(({ path }) => !written.some((page) => page.path === path)),
    ...written,
    ...tags.map(({ slug, name }) => ({ path: tagPath(slug), title: name })),
  ]
}
