import { articlePath } from '../articles/article-path'
import { ID_PATTERN } from '../kernel/ids'
import { printCursor } from '../kernel/paging'
import type { Ports } from '../ports'
import { ROOTS_PER_PAGE } from './comment'

/**
 * Where a comment stands: the page of its thread that holds it, and the place on it. Null for a hidden one exactly
 * as for one that never was.
 */
export const locateComment = async (
  { threadReader, clock }: Pick<Ports, 'threadReader' | 'clock'>,
  { commentId }: { readonly commentId: string },
): Promise<{ path: string } | null> => {
  if (!ID_PATTERN.test(commentId)) return null
  const now = clock.now()
  const comment = await threadReader.visible(commentId, now)
  if (!comment) return null
  const page = await threadReader.pageOf(comment.articleId, comment.rootId, now, ROOTS_PER_PAGE)
  const query = page ? `?after=${printCursor(page)}` : ''
  return { path: `${articlePath(comment.slug)}${query}#comment-${comment.id}` }
}
