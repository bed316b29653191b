import { ID_PATTERN } from '../kernel/ids'
import type { Ports } from '../ports'
import type { CommentView } from './comment-view'
import { presentComment } from './present-thread'

/**
 * One visible comment of a piece, for the page of a reply to it. Null for a hidden one, for a stub and for a comment
 * of another piece, exactly as for one that never was.
 */
export const readComment = async (
  { threadReader, clock }: Pick<Ports, 'threadReader' | 'clock'>,
  { articleId, commentId }: { readonly articleId: string; readonly commentId: string },
): Promise<CommentView | null> => {
  if (!ID_PATTERN.test(commentId)) return null
  const row = await threadReader.visible(commentId, clock.now())
  return row && !row.stub && row.articleId === articleId ? presentComment(row) : null
}
