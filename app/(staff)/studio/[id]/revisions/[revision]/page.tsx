import type { Metadata } from 'next'
import { PieceSheet } from '@/components/studio/piece-sheet'
import { RevisionPage } from '@/components/studio/revision-page'
import { openPage } from '@/lib/http/open-page'
import { domainError } from '@/lib/kernel/domain-error'
import { ID_PATTERN } from '@/lib/kernel/ids'
import { noteChangeAction, restoreRevisionAction } from '../../../revision-actions'
import { noPiece, pieceOf } from '../../piece-of'

export const metadata: Metadata = { title: 'Revision' }

const NO_SUCH_REVISION = domainError('not-found', 'This piece has no such revision.')

export default openPage('open.studio', async (visit) => {
  const { stet, actor, param, query } = visit
  const found = await pieceOf(visit)
  if (!found.ok) return noPiece(found.error)
  const { id: articleId, abilities } = found.value
  const [revisionId, withId] = [param('revision'), query('with')]
  if (!ID_PATTERN.test(revisionId) || (withId !== null && !ID_PATTERN.test(withId)))
    return noPiece(NO_SUCH_REVISION)
  const compared = await stet.articles.compare(actor, {
    articleId,
    revisionId,
    ...(withId ? { withId } : {}),
  })
  if (!compared.ok) return noPiece(compared.error)
  return (
    <PieceSheet piece={found.value} current="revisions">
      <RevisionPage
        comparison={compared.value}
        canRestore={abilities.save && withId === null}
        restore={restoreRevisionAction}
        canNote={abilities.save}
        note={noteChangeAction}
      />
    </PieceSheet>
  )
})
