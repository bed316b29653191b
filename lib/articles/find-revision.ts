import type { Actor, SignedIn } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { ArticleRecord, ArticleRevision } from './article'
import { findPiece } from './find-piece'

/** A revision of a piece that this person may write. One of another piece is none. */
export const findRevision = async (
  { articleStore }: Pick<Ports, 'articleStore'>,
  actor: Actor,
  { articleId, revisionId }: { readonly articleId: string; readonly revisionId: string },
): Promise<
  Result<{ readonly piece: ArticleRecord; readonly by: SignedIn; readonly revision: ArticleRevision }>
> => {
  const found = await findPiece({ articleStore }, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const revision = await articleStore.findRevision(revisionId)
  return revision?.articleId === articleId
    ? ok({ ...found.value, revision })
    : fail('not-found', 'This piece has no such revision.')
}
