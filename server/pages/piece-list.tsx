import type { HeadFacts } from '../../components/reader/head-facts'
import { listDescription } from '../../components/reader/list-description'
import { listTitle } from '../../components/reader/list-title'
import { PieceList } from '../../components/reader/piece-list'
import type { ListName, PieceListView } from '../../lib/articles/piece-list'
import { feedLinks } from './feed-links'
import { nothingHere } from './nothing-here'
import type { Asked, PublicPage } from './page'
import { absolute, siteImage } from './site'

export const PIECES_PER_PAGE = 20

/** A series is read from its first part on, everything else from the newest piece on, page by page. */
const piecesOf = async (
  { stet: { articles } }: Asked,
  { within }: PieceListView,
  after: string | undefined,
) =>
  within.kind === 'series'
    ? { items: await articles.parts(within), next: null }
    : articles.latest({ limit: PIECES_PER_PAGE, after, within })

const listHead = (asked: Asked, list: PieceListView, isLater: boolean): HeadFacts => {
  const { name } = asked.site
  const words = listTitle(list.title)
  const title = `${words} · ${name}`
  // A later page is no page of its own for search engines: its pieces change places.
  if (isLater) return { title, robots: 'noindex, follow' }
  const [url, description] = [absolute(asked, list.path), listDescription(list.title, name)]
  const feeds = list.title.kind === 'period' ? {} : { list: { path: list.path, title } }
  return {
    title,
    description,
    canonical: url,
    alternates: feedLinks(asked, feeds),
    social: { siteName: name, title: words, description, url, images: [siteImage(asked)] },
  }
}

/** The pages of one kind of list: pieces with a tag, of an author, of a time. */
export const pieceListPage =
  (nameOf: (param: Asked['param']) => ListName): PublicPage =>
  async (asked) => {
    const meaning = await asked.stet.articles.findList(nameOf((of) => asked.param(of)))
    if (meaning.kind !== 'list')
      return nothingHere({ title: `Not found · ${asked.site.name}`, robots: 'noindex' })
    const { list } = meaning
    const after = asked.query('after') ?? undefined
    const later = after !== undefined
    const { items, next } = await piecesOf(asked, list, after)
    return {
      head: listHead(asked, list, later),
      path: list.path,
      body: <PieceList list={list} pieces={items} next={next} later={later} />,
    }
  }
