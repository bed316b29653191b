import type { Metadata } from 'next'
import { CommentRulesForm } from '@/components/studio/comment-rules-form'
import { PieceSheet } from '@/components/studio/piece-sheet'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { noPiece, pieceOf } from '../piece-of'
import { saveCommentRulesAction } from './comment-rules-action'

export const metadata: Metadata = { title: 'Comments of a piece' }

export default openPage('open.studio', async (visit) => {
  const found = await pieceOf(visit)
  if (!found.ok) return noPiece(found.error)
  const { id, version, commentMode, lastDayForComments } = found.value
  return (
    <PieceSheet piece={found.value} current="comments">
      <CommentRulesForm
        key={version}
        articleId={id}
        version={version}
        commentMode={commentMode ?? ''}
        lastDay={lastDayForComments ?? ''}
        saved={visit.query('saved') !== null}
        refused={refusedPost()}
        action={saveCommentRulesAction}
      />
    </PieceSheet>
  )
})
