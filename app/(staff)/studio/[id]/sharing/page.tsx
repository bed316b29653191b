import type { Metadata } from 'next'
import { PieceSheet } from '@/components/studio/piece-sheet'
import { Sharing, type SharingActions } from '@/components/studio/sharing'
import { openPage } from '@/lib/http/open-page'
import { runtime } from '@/lib/http/runtime'
import {
  addNoteAction,
  makePreviewAction,
  revokePreviewAction,
  settleNoteAction,
} from '../../sharing-actions'
import { noPiece, pieceOf } from '../piece-of'

export const metadata: Metadata = { title: 'Notes and previews' }

const ACTIONS: SharingActions = {
  make: makePreviewAction,
  revoke: revokePreviewAction,
  note: addNoteAction,
  settle: settleNoteAction,
}

export default openPage('open.studio', async (visit) => {
  const found = await pieceOf(visit)
  if (!found.ok) return noPiece(found.error)
  const { id: articleId } = found.value
  const review = await visit.stet.articles.review(visit.actor, { articleId })
  if (!review.ok) return noPiece(review.error)
  return (
    <PieceSheet piece={found.value} current="sharing">
      <Sharing
        articleId={articleId}
        origin={runtime().env.publicOrigin}
        review={review.value}
        about={visit.query('about')?.slice(0, 500) ?? ''}
        actions={ACTIONS}
      />
    </PieceSheet>
  )
})
