import type { Metadata } from 'next'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Respond } from '@/components/reader/respond'
import { Sheet } from '@/components/reader/sheet'
import { visitor } from '@/lib/http/visitor'
import { setStatus } from '@/lib/http/set-status'
import { pieceAt, publication } from '../../../publication'
import { singleQuery } from '../../../query'
import { takeTrouble } from '../../../trouble'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Leave a comment', robots: { index: false } }

/** The comment form on a page of its own: replies, and posts that were refused. */
export default async function RespondPage({ params, searchParams }: Props) {
  const [{ slug }, asked, { stet }, { name, navigation }] = await Promise.all([
    params,
    searchParams,
    visitor(),
    publication(),
  ])
  const piece = await pieceAt(slug)
  if (!piece) {
    setStatus(404)
    return (
      <Sheet name={name} navigation={navigation}>
        <MissingPiece />
      </Sheet>
    )
  }
  const [trouble, place] = await Promise.all([takeTrouble(), stet.comments.place(piece)])
  const to = trouble?.values.parentId ?? singleQuery(asked.to)
  const answers = to ? await stet.comments.one({ articleId: piece.id, commentId: to }) : null
  return (
    <Sheet name={name} navigation={navigation}>
      <Respond
        piece={piece}
        place={place}
        answers={answers}
        lost={Boolean(to) && !answers}
        trouble={trouble}
      />
    </Sheet>
  )
}
