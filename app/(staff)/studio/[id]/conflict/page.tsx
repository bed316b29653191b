import type { Metadata } from 'next'
import { ConflictPage } from '@/components/studio/conflict-page'
import { PieceSheet } from '@/components/studio/piece-sheet'
import { openPage } from '@/lib/http/open-page'
import { settleAction } from '../../revision-actions'
import { noPiece, pieceOf } from '../piece-of'

export const metadata: Metadata = { title: 'Two texts' }

export default openPage('open.studio', async (visit) => {
  const found = await pieceOf(visit)
  if (!found.ok) return noPiece(found.error)
  const conflict = await visit.stet.articles.conflict(visit.actor, { articleId: found.value.id })
  if (!conflict.ok) return noPiece(conflict.error)
  return (
    <PieceSheet piece={found.value} current="text">
      <ConflictPage key={conflict.value.version} conflict={conflict.value} settle={settleAction} />
    </PieceSheet>
  )
})
