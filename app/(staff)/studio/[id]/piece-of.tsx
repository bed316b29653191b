import { NoPiece } from '@/components/studio/no-piece'
import type { StudioArticleView } from '@/lib/articles/article-view'
import { statusOf } from '@/lib/http/error-table'
import type { PageVisit } from '@/lib/http/open-page'
import { setStatus } from '@/lib/http/set-status'
import { type DomainError, domainError } from '@/lib/kernel/domain-error'
import { ID_PATTERN } from '@/lib/kernel/ids'
import { type Result, failed } from '@/lib/kernel/result'

const NO_SUCH_PIECE = domainError('not-found', 'There is no piece at this address. It may have been deleted.')

/** The piece the address names. */
export const pieceOf = async ({ stet, actor, param }: PageVisit): Promise<Result<StudioArticleView>> => {
  const articleId = param('id')
  return ID_PATTERN.test(articleId) ? stet.articles.open(actor, { articleId }) : failed(NO_SUCH_PIECE)
}

/** The page in its place, with the status that says so. */
export const noPiece = (error: DomainError) => {
  setStatus(statusOf(error.code))
  return <NoPiece error={error} />
}
