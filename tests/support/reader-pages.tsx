import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { FrontPage } from '../../components/reader/front-page'
import { MissingPiece } from '../../components/reader/missing-piece'
import { Piece } from '../../components/reader/piece'
import { RelatedPieces } from '../../components/reader/related-pieces'
import { Sheet } from '../../components/reader/sheet'
import { rssFeed } from '../../components/feed/rss-feed'
import type { Stet } from '../../lib/compose'
import { threadHtml } from '../../server/render/thread-html'
import type { Question } from '../../server/next/ask-next'
import type { Said } from './serve-pipeline'

const print = (node: ReactNode): string => `<!DOCTYPE html>${renderToStaticMarkup(node)}`

const front = async ({ articles }: Stet, name: string, query: URLSearchParams): Promise<string> => {
  const after = query.get('after') ?? undefined
  const { items, next } = await articles.latest({ limit: 3, after })
  return print(
    <Sheet name={name} front>
      <FrontPage pieces={items} next={next} later={after !== undefined} />
    </Sheet>,
  )
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
  const [place, related] = await Promise.all([
    comments.place(piece),
    articles.latest({ limit: 3, except: piece.id }),
  ])
  const page = (
    <Sheet name={name}>
      <Piece piece={piece} address={piece.path} />
      <RelatedPieces pieces={related.items} />
    </Sheet>
  )
  return { body: print(page) + threadHtml.whole(thread, place) }
}

const missing = async ({ articles }: Stet, name: string): Promise<string> =>
  print(
    <Sheet name={name}>
      <MissingPiece />
      <RelatedPieces pieces={(await articles.latest({ limit: 3 })).items} />
    </Sheet>,
  )

/** The reader's side without Next: the same components over the same reads as `app/(reader)`, in a fraction of the time. */
export const readerPages =
  (stet: Stet, origin: string) =>
  async ({ path }: Question): Promise<Said> => {
    const url = new URL(path, origin)
    const { name, description } = (await stet.settings.read()).settings
    const [, slug] = /^\/articles\/([^/]+)$/.exec(url.pathname) ?? []
    if (slug !== undefined) return piecePage(stet, name, decodeURIComponent(slug), url.searchParams)
    if (url.pathname === '/') return { body: await front(stet, name, url.searchParams) }
    if (url.pathname === '/feed.xml') {
      const body = rssFeed({ name, description, origin }, await stet.articles.full({ limit: 20 }))
      return { body, headers: { 'content-type': 'application/rss+xml; charset=utf-8' } }
    }
    return { body: await missing(stet, name) }
  }
