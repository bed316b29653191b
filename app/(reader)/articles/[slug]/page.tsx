import type { Metadata } from 'next'
import { connection } from 'next/server'
import { JsonLd } from '@/components/reader/json-ld'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Piece } from '@/components/reader/piece'
import { pieceFacts } from '@/components/reader/piece-facts'
import { RelatedPieces } from '@/components/reader/related-pieces'
import { summaryOf } from '@/components/reader/summary-of'
import { Sheet } from '@/components/reader/sheet'
import { Thread } from '@/components/reader/thread'
import { runtime } from '@/lib/http/runtime'
import { setStatus } from '@/lib/http/set-status'
import { absolute, pieceAt, publication } from '../../publication'
import { singleQuery } from '../../query'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection()
  const [{ name }, piece] = await Promise.all([publication(), pieceAt((await params).slug)])
  if (!piece) return { title: `Not found · ${name}`, robots: { index: false } }
  const url = absolute(piece.path)
  const description = summaryOf(piece)
  return {
    title: `${piece.title} · ${name}`,
    description,
    authors: piece.bylines.map((byline) => ({ name: byline.name })),
    alternates: { canonical: url, types: { 'application/rss+xml': absolute('/feed.xml') } },
    openGraph: {
      type: 'article',
      siteName: name,
      title: piece.title,
      description,
      url,
      publishedTime: piece.publishedAt,
      modifiedTime: piece.updatedAt,
    },
  }
}

export default async function ArticlePage({ params, searchParams }: Props) {
  await connection()
  const [{ slug }, asked, { name }] = await Promise.all([params, searchParams, publication()])
  const { stet } = runtime()
  const piece = await pieceAt(slug)
  if (!piece) {
    setStatus(404)
    return (
      <Sheet name={name}>
        <MissingPiece />
      </Sheet>
    )
  }
  const after = singleQuery(asked.after)
  const [thread, related] = await Promise.all([
    stet.comments.thread({ articleId: piece.id, after }),
    stet.articles.latest({ limit: 3, except: piece.id }),
  ])
  const address = absolute(piece.path)
  return (
    <Sheet name={name}>
      <JsonLd facts={pieceFacts(piece, { address, publication: name })} />
      <Piece piece={piece} address={address} />
      <Thread
        thread={thread}
        place={{
          path: piece.path,
          open: piece.commentsOpen,
          everyCommentWaits: piece.everyCommentWaits,
        }}
        later={after !== undefined}
      />
      <RelatedPieces pieces={related.items} />
    </Sheet>
  )
}
