import type { Metadata } from 'next'
import { connection } from 'next/server'
import { MissingPiece } from '@/components/reader/missing-piece'
import { PieceList } from '@/components/reader/piece-list'
import { Sheet } from '@/components/reader/sheet'
import { listDescription } from '@/components/reader/list-description'
import { listTitle } from '@/components/reader/list-title'
import type { ListName, PieceListView } from '@/lib/articles/piece-list'
import { decodeSegment } from '@/lib/http/decode-segment'
import type { PageProps } from '@/lib/http/open-page'
import { runtime } from '@/lib/http/runtime'
import { setStatus } from '@/lib/http/set-status'
import { feedLinks } from './feed-links'
import { absolute, publication } from './publication'
import { siteImage } from './share-images'
import { singleQuery } from './query'

const PIECES_PER_PAGE = 20

type NameOf = (param: (name: string) => string) => ListName

const listAt = async (nameOf: NameOf, { params }: PageProps) => {
  const given = await params
  const name = nameOf((segment) => decodeSegment(singleQuery(given[segment]) ?? '') ?? '')
  const meaning = await runtime().stet.articles.findList(name)
  return meaning.kind === 'list' ? meaning.list : null
}

/** A series is read from its first part on, everything else from the newest piece on, page by page. */
const piecesOf = async ({ within }: PieceListView, after: string | undefined) => {
  const { articles } = runtime().stet
  return within.kind === 'series'
    ? { items: await articles.parts(within), next: null }
    : articles.latest({ limit: PIECES_PER_PAGE, after, within })
}

/** The pages of one kind of list: pieces with a tag, of an author, of a time. */
export const pieceListPages = (nameOf: NameOf) => ({
  generateMetadata: async (props: PageProps): Promise<Metadata> => {
    await connection()
    const [{ name }, list, { after }] = await Promise.all([
      publication(),
      listAt(nameOf, props),
      props.searchParams,
    ])
    if (!list) return { title: `Not found · ${name}`, robots: { index: false } }
    const title = `${listTitle(list.title)} · ${name}`
    // A later page is no page of its own for search engines: its pieces change places.
    if (after !== undefined) return { title, robots: { index: false, follow: true } }
    const [url, description] = [absolute(list.path), listDescription(list.title, name)]
    return {
      title,
      description,
      alternates: {
        canonical: url,
        types: feedLinks(name, list.title.kind === 'period' ? {} : { list: { path: list.path, title } }),
      },
      openGraph: {
        ...{ type: 'website', siteName: name, title: listTitle(list.title), description, url },
        images: [siteImage(name)],
      },
    }
  },

  Page: async (props: PageProps) => {
    await connection()
    const [{ name, navigation }, list, asked] = await Promise.all([
      publication(),
      listAt(nameOf, props),
      props.searchParams,
    ])
    if (!list) {
      setStatus(404)
      return (
        <Sheet name={name} navigation={navigation}>
          <MissingPiece />
        </Sheet>
      )
    }
    const after = singleQuery(asked.after)
    const { items, next } = await piecesOf(list, after)
    return (
      <Sheet name={name} navigation={navigation} path={list.path}>
        <PieceList list={list} pieces={items} next={next} later={after !== undefined} />
      </Sheet>
    )
  },
})
