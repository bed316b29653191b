import { ID_PATTERN } from '../kernel/ids'
import type { Ports } from '../ports'
import type { CommentView } from './comment-view'
import { presentComment } from './present-thread'

/**
 * One comment of a piece as its thread shows it, a stub as well: for an open page that must show what is left. Null for
 * a hidden one and for a comment of another piece, exactly as for one that never was.
 */
export const showComment = async (
  { threadReader, clock }: Pick<Ports, 'threadReader' | 'clock'>,
  { articleId, commentId }: { readonly articleId: string; readonly commentId: string },
): Promise<CommentView | null> => {
  if (!ID_PATTERN.test(commentId)) return null
  const row = await threadReader.shown(articleId, commentId, clock.now())
  return row && presentComment(row)
}
