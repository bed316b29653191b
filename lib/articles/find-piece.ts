import type { Actor, SignedIn } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { type OwnedArticle, can } from '../policy/policy'
import type { Ports } from '../ports'
import type { ArticleRecord } from './article'

type PieceAction = 'edit.article' | 'publish.article' | 'unpublish.article' | 'trash.article'

const REFUSED: Readonly<Record<PieceAction, string>> = {
  'edit.article': 'You can only open pieces that you write. An editor can name you on this one.',
  'publish.article': 'An editor publishes pieces. Yours is saved; tell an editor that it is ready.',
  'unpublish.article': 'An editor takes published pieces off the page. Ask one to do it.',
  'trash.article': 'You can only put pieces in the trash that you started.',
}

const TWO_TEXTS =
  'There are two texts of this piece since two people saved at once. Settle which one goes on, then publish it.'

/** Whose piece it is, as the policy asks. */
export const ownedPiece = ({ article, bylines }: ArticleRecord): OwnedArticle => ({
  createdById: article.createdById,
  bylineIds: bylines.map(({ userId }) => userId),
})

/** While two texts of a piece stand side by side, nobody knows which one would be published. */
export const unsettled = ({ article }: ArticleRecord): Result<never> | null =>
  article.conflictRevisionId === null ? null : fail('conflict', TWO_TEXTS)

/** Nobody known is told to sign in, everybody else that it is not theirs to do. */
export const notAllowed = (actor: Actor, sentence: string): Result<never> =>
  actor.kind === 'user' ? fail('forbidden', sentence) : fail('unauthenticated', 'Please sign in first.')

/** The policy's refusal, or null when this actor may. */
export const refuses = (actor: Actor, action: PieceAction, piece: ArticleRecord): Result<never> | null =>
  can(actor, action, ownedPiece(piece)) ? null : notAllowed(actor, REFUSED[action])

/** A piece, if there is one and this person may do that to it. Changes are signed: Stet itself writes nothing. */
export const findPiece = async (
  { articleStore }: Pick<Ports, 'articleStore'>,
  actor: Actor,
  action: PieceAction,
  articleId: string,
): Promise<Result<{ readonly piece: ArticleRecord; readonly by: SignedIn }>> => {
  if (actor.kind !== 'user' || !can(actor, 'open.studio'))
    return notAllowed(actor, 'The studio is for writers and editors.')
  const piece = await articleStore.find(articleId)
  if (!piece) return fail('not-found', 'There is no such piece. It may have been deleted.')
  return refuses(actor, action, piece) ?? ok({ piece, by: actor })
}
