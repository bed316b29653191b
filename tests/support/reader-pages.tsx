import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Archive } from '../../components/reader/archive'
import { AuthorDirectory } from '../../components/reader/author-directory'
import { EarlierPieces } from '../../components/reader/earlier-pieces'
import { FrontPage } from '../../components/reader/front-page'
import { Guidelines } from '../../components/reader/guidelines'
import { MissingPiece } from '../../components/reader/missing-piece'
import { Neighbours } from '../../components/reader/neighbours'
import { Piece } from '../../components/reader/piece'
import { PieceList } from '../../components/reader/piece-list'
import { RelatedPieces } from '../../components/reader/related-pieces'
import { SeriesDirectory } from '../../components/reader/series-directory'
import { Sheet } from '../../components/reader/sheet'
import { TagDirectory } from '../../components/reader/tag-directory'
import { Transparency } from '../../components/reader/transparency'
import type { ListName, PieceListView } from '../../lib/articles/piece-list'
import type { Stet } from '../../lib/compose'
import { navigation } from '../../lib/settings/navigation'
import { threadHtml } from '../../server/render/thread-html'
import type { Question } from '../../server/next/ask-next'
import type { Said } from './serve-pipeline'

const NAVIGATION = navigation.parse(undefined)

const print = (node: ReactNode): string => `<!DOCTYPE html>${renderToStaticMarkup(node)}`

const front = async ({ articles }: Stet, name: string, query: URLSearchParams): Promise<string> => {
  const after = query.get('after')
  if (after === null) {
    return print(
      <Sheet name={name} navigation={NAVIGATION} front>
        <FrontPage front={await articles.front()} />
      </Sheet>,
    )
  }
  const { items, next } = await articles.latest({ limit: 3, after })
  return print(
    <Sheet name={name} navigation={NAVIGATION} front>
      <EarlierPieces pieces={items} next={next} />
    </Sheet>,
  )
}

const piecesOf = ({ articles }: Stet, { within }: PieceListView, after: string | undefined) =>
  within.kind === 'series'
    ? articles.parts(within).then((items) => ({ items, next: null }))
    : articles.latest({ limit: 3, after, within })

const LISTS: readonly [RegExp, (first: string, second: string | undefined) => ListName][] = [
  [/^\/tags\/([^/]+)$/, (slug) => ({ kind: 'tag', slug })],
  [/^\/series\/([^/]+)$/, (slug) => ({ kind: 'series', slug })],
  [/^\/authors\/([^/]+)$/, (slug) => ({ kind: 'author', slug })],
  [/^\/archive\/([^/]+)(?:\/([^/]+))?$/, (year, month) => ({ kind: 'period', year, month: month ?? null })],
]

const list = async (stet: Stet, name: string, { pathname, searchParams }: URL): Promise<Said | null> => {
  for (const [pattern, nameOf] of LISTS) {
    const [, first, second] = pattern.exec(pathname) ?? []
    if (first === undefined) continue
    const meaning = await stet.articles.findList(nameOf(decodeURIComponent(first), second))
    if (meaning.kind !== 'list') return { status: 404, body: 'Nothing is here.' }
    const after = searchParams.get('after') ?? undefined
    const { items, next } = await piecesOf(stet, meaning.list, after)
    const later = after !== undefined
    const page = <PieceList list={meaning.list} pieces={items} next={next} later={later} />
    return {
      body: print(
        <Sheet name={name} navigation={NAVIGATION}>
          {page}
        </Sheet>,
      ),
    }
  }
  return null
}

const directory = async ({ articles, moderation }: Stet, path: string): Promise<ReactNode> => {
  switch (path) {
    case '/tags':
      return <TagDirectory tags={await articles.tags()} />
    case '/series':
      return <SeriesDirectory series={await articles.series()} />
    case '/authors':
      return <AuthorDirectory authors={await articles.authors()} />
    case '/archive':
      return <Archive years={await articles.months()} />
    case '/guidelines':
      return <Guidelines view={await moderation.guidelines()} />
    case '/transparency':
      return <Transparency months={await moderation.transparency()} />
    default:
      return null
  }
}

const piecePage = async (
  { articles, comments }: Stet,
  name: string,
  slug: string,
  query: URLSearchParams,
): Promise<Said> => {
  const field = (field: string): string | null => query.get(field)
  const asked = comments.question({ sort: field('sort'), after: field('after'), branch: field('branch') })
  const piece = await articles.read({ slug })
  const thread = piece && asked && (await comments.thread({ articleId: piece.id, ...asked }))
  if (!thread) return { status: 404, body: 'Nothing is here.' }
  const [place, around] = await Promise.all([comments.place(piece), articles.around(piece)])
  const { related, earlier, later } = around
  const page = (
    <Sheet name={name} navigation={NAVIGATION}>
      <Piece piece={piece} address={piece.path} around={around} />
      <RelatedPieces pieces={related} />
      <Neighbours earlier={earlier} later={later} />
    </Sheet>
  )
  return { body: print(page) + threadHtml.whole(thread, place) }
}

const missing = async ({ articles }: Stet, name: string): Promise<string> =>
  print(
    <Sheet name={name} navigation={NAVIGATION}>
      <MissingPiece />
      <RelatedPieces pieces={(await articles.latest({ limit: 3 })).items} />
    </Sheet>,
  )

/** The reader's side without Next: the same components over the same reads as `app/(reader)`, in a fraction of the time. */
export const readerPages =
  (stet: Stet, origin: string) =>
  async ({ path }: Question): Promise<Said> => {
    const url = new URL(path, origin)
    const { name } = (await stet.settings.read()).settings
    const [, slug] = /^\/articles\/([^/]+)$/.exec(url.pathname) ?? []
    if (slug !== undefined) return piecePage(stet, name, decodeURIComponent(slug), url.searchParams)
    if (url.pathname === '/') return { body: await front(stet, name, url.searchParams) }
    const single = await directory(stet, url.pathname)
    if (single)
      return {
        body: print(
          <Sheet name={name} navigation={NAVIGATION}>
            {single}
          </Sheet>,
        ),
      }
    return (await list(stet, name, url)) ?? { body: await missing(stet, name) }
  }
