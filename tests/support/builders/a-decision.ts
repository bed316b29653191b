import type { Stet } from '../../../lib/compose'
import type { Judgement } from '../../../lib/comments/judge'
import type { SignedIn } from '../../../lib/kernel/actor'
import { must } from './must'
import { theOwner } from './the-owner'

export type Move = Judgement

export interface DecisionFacts {
  /** Id of the comment. */
  readonly on: string
  readonly move: Move
  /** The owner by default. */
  readonly by?: SignedIn
  readonly reason?: string
}

/** What the desk would post about the text on it: the one that waits, else the approved one, else the newest. */
export const whatTheDeskShows = async (stet: Stet, commentId: string) => {
  const record = await stet.ports.commentStore.find(commentId)
  if (!record) throw new Error(`There is no comment ${commentId}.`)
  const { version, pendingRevisionId, approvedRevisionId, latestRevisionId } = record.comment
  return { commentId, version, revisionId: pendingRevisionId ?? approvedRevisionId ?? latestRevisionId }
}

/** A moderator's decision about what stands on the desk. */
export const aDecision = async (
  stet: Stet,
  { on, move, by, reason }: DecisionFacts,
): Promise<{ readonly decisionId: string }> => {
  const shown = await whatTheDeskShows(stet, on)
  const input = { ...shown, move, ...(reason === undefined ? {} : { reason }) }
  const { decisionId } = await must(move, stet.moderation.decide(by ?? (await theOwner(stet)), input))
  return { decisionId }
}
