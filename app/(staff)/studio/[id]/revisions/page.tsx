import type { Metadata } from 'next'
import { PieceSheet } from '@/components/studio/piece-sheet'
import { RevisionList } from '@/components/studio/revision-list'
import { openPage } from '@/lib/http/open-page'
import { noPiece, pieceOf } from '../piece-of'

export const metadata: Metadata = { title: 'Revisions' }

export default openPage('open.studio', async (visit) => {
  const { stet, actor, query } = visit
  const found = await pieceOf(visit)
  if (!found.ok) return noPiece(found.error)
  const { id: articleId } = found.value
  // An address that was cut or mistyped still leads to the list.
  const before = /^[1-9]\d{0,8}$/.test(query('before') ?? '') ? Number(query('before')) : undefined
  const list = await stet.articles.revisions(actor, { articleId, ...(before ? { before } : {}) })
  if (!list.ok) return noPiece(list.error)
  const now = new Date(stet.ports.clock.now()).toISOString()
  return (
    <PieceSheet piece={found.value} current="revisions">
      <RevisionList articleId={articleId} {...list.value} now={now} first={before === undefined} />
    </PieceSheet>
  )
})
