import type { Metadata } from 'next'
import { Editor } from '@/components/studio/editor'
import { KeptForm } from '@/components/studio/kept-form'
import { NoPiece } from '@/components/studio/no-piece'
import { statusOf } from '@/lib/http/error-table'
import type { Refused } from '@/lib/http/form-state'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { setStatus } from '@/lib/http/set-status'
import { domainError } from '@/lib/kernel/domain-error'
import { ID_PATTERN } from '@/lib/kernel/ids'
import { failed } from '@/lib/kernel/result'
import { editPieceAction, editPieceAndReturnAction } from '../studio-actions'

export const metadata: Metadata = { title: 'Studio' }

const ACTIONS = { edit: editPieceAction, editAndReturn: editPieceAndReturnAction }
const NO_SUCH_PIECE = domainError('not-found', 'There is no piece at this address. It may have been deleted.')

const kept = (refused: Refused) => <KeptForm refused={refused} action={editPieceAndReturnAction} />

export default openPage(
  'open.studio',
  async ({ stet, actor, param, query }) => {
    const articleId = param('id')
    const found = ID_PATTERN.test(articleId)
      ? await stet.articles.open(actor, { articleId })
      : failed(NO_SUCH_PIECE)
    if (found.ok) return <Editor piece={found.value} done={query('done')} actions={ACTIONS} />
    const refused = refusedPost()
    if (refused) return kept(refused)
    setStatus(statusOf(found.error.code))
    return <NoPiece error={found.error} />
  },
  kept,
)
