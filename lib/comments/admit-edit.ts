import type { Measure } from '../accounts/measure'
import { standingOf } from '../accounts/standing'
import type { Actor } from '../kernel/actor'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { barredAs } from './barred-from'
import type { Comment } from './comment'
import type { Opinion } from './comment-store'

/** What is known of an edit beside its words. */
export interface AdmittedEdit {
  /** Bans of what the comment was written with, which may have hit somebody else. */
  readonly guessed: readonly Measure[]
  /** What the checks object to in the text that waits; else nothing. */
  readonly objections: readonly Opinion[]
}

/**
 * Lets in whoever changes a comment of theirs, with what speaks against it already: nobody gets a comment past the
 * moderators by writing it anew. `forbidden` for who is barred.
 */
export const admitEdit = async (
  deps: Pick<Ports, 'commentStore' | 'measureStore' | 'secrets' | 'clock'>,
  actor: Actor,
  { emailKey, addressKey, pendingRevisionId }: Comment,
): Promise<Result<AdmittedEdit>> => {
  const addressKeys = addressKey === '' ? [] : [addressKey]
  const standing = await standingOf(deps, actor, { emailKey, addressKeys })
  const barred = barredAs(actor, standing)
  if (barred) return barred
  const objections = pendingRevisionId === null ? [] : await deps.commentStore.opinionsOn(pendingRevisionId)
  return ok({ guessed: standing.guessed, objections })
}
