import type { Metadata } from 'next'
import { noPiece, pieceOf } from '@/app/(staff)/studio/[id]/piece-of'
import { editPieceAndReturnAction } from '@/app/(staff)/studio/studio-actions'
import { KeptForm } from '@/components/studio/kept-form'
import { SheetPage } from '@/components/studio/sheet-page'
import type { Refused } from '@/lib/http/form-state'
import { islandAddress } from '@/lib/http/island-address'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'

export const metadata: Metadata = { title: 'Studio' }

const kept = (refused: Refused) => <KeptForm refused={refused} action={editPieceAndReturnAction} />

export default openPage(
  'open.studio',
  async (visit) => {
    const found = await pieceOf(visit)
    if (found.ok) {
      const { settings } = await visit.stet.settings.read()
      return (
        <>
          <link rel="modulepreload" href={islandAddress('writing-sheet')} />
          <SheetPage
            {...{ piece: found.value, zone: settings.timeZone, done: visit.query('done') }}
            action={editPieceAndReturnAction}
          />
          <script type="module" src={islandAddress('sheet')} />
        </>
      )
    }
    const refused = refusedPost()
    return refused ? kept(refused) : noPiece(found.error)
  },
  kept,
)
