import type { Metadata } from 'next'
import { Editor } from '@/components/studio/editor'
import { KeptForm } from '@/components/studio/kept-form'
import type { Refused } from '@/lib/http/form-state'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { noPiece, pieceOf } from './piece-of'
import { editPieceAction, editPieceAndReturnAction } from '../studio-actions'

export const metadata: Metadata = { title: 'Studio' }

const ACTIONS = { edit: editPieceAction, editAndReturn: editPieceAndReturnAction }

const kept = (refused: Refused) => <KeptForm refused={refused} action={editPieceAndReturnAction} />

export default openPage(
  'open.studio',
  async (visit) => {
    const found = await pieceOf(visit)
    if (found.ok) return <Editor piece={found.value} done={visit.query('done')} actions={ACTIONS} />
    const refused = refusedPost()
    return refused ? kept(refused) : noPiece(found.error)
  },
  kept,
)
