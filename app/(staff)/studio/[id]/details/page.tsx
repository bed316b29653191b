import type { Metadata } from 'next'
import { DetailsForm } from '@/components/studio/details-form'
import { PieceSheet } from '@/components/studio/piece-sheet'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { saveDetailsAction } from '../../details-action'
import { noPiece, pieceOf } from '../piece-of'

export const metadata: Metadata = { title: 'Details' }

export default openPage('open.studio', async (visit) => {
  const found = await pieceOf(visit)
  if (!found.ok) return noPiece(found.error)
  const { id: articleId } = found.value
  const details = await visit.stet.articles.details(visit.actor, { articleId })
  return (
    <PieceSheet piece={found.value} current="details">
      {details.ok ? (
        <DetailsForm
          key={details.value.version}
          articleId={articleId}
          details={details.value}
          saved={visit.query('saved') !== null}
          refused={refusedPost()}
          action={saveDetailsAction}
        />
      ) : (
        <p className="text-ink-2">An editor decides on bylines, comments and what is planned.</p>
      )}
    </PieceSheet>
  )
})
