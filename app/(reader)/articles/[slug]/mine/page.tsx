import type { Metadata } from 'next'
import { MissingPiece } from '@/components/reader/missing-piece'
import { OwnComments } from '@/components/reader/own-comments'
import { Sheet } from '@/components/reader/sheet'
import { setStatus } from '@/lib/http/set-status'
import { visitor } from '@/lib/http/visitor'
import { pieceAt, publication } from '../../../publication'
import { singleQuery } from '../../../query'
import { takeTrouble } from '../../../trouble'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Your comments here', robots: { index: false } }

/** What this visitor wrote under a piece, and what became of it. A post without JavaScript lands here. */
export default async function MinePage({ params, searchParams }: Props) {
  const [{ slug }, asked, { stet, actor }, { name, navigation }] = await Promise.all([
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
  const posted = singleQuery(asked.posted) === '1'
  const after = posted ? undefined : singleQuery(asked.after)
  const [{ items, next }, trouble, standing] = await Promise.all([
    stet.comments.mine(actor, { articleId: piece.id, after }),
    takeTrouble(),
    stet.accounts.standing(actor),
  ])
  const newest = actor.kind === 'guest' ? items[0] : undefined
  return (
    <Sheet name={name} navigation={navigation}>
      <OwnComments
        piece={piece}
        comments={items}
        after={after ?? null}
        next={next}
        done={posted ? 'post' : (singleQuery(asked.done) ?? null)}
        statusPath={newest ? stet.comments.statusPath(newest.id) : null}
        standing={standing}
        trouble={trouble}
      />
    </Sheet>
  )
}
