import type { Actor, SignedIn } from '../../../lib/kernel/actor'
import type { QueueTab } from '../../../lib/moderation/queue-question'
import { type Conversation, stored } from '../conversation'
import type { PinnedClock } from '../memory/pinned-clock'
import type { ThreadNumbers } from '../thread-numbers'
import type { Known } from './reference'

/** The house that is held against the reference, and who acts in it. */
export interface Real {
  readonly deps: Conversation
  readonly clock: PinnedClock
  readonly slug: string
  readonly articleId: string
  readonly ada: SignedIn
  readonly ben: SignedIn
  /** Always late. */
  readonly cy: SignedIn
  readonly readers: readonly Actor[]
  numbers(articleId: string): Promise<ThreadNumbers>
  /** What earlier runs left on the desk. */
  readonly left: Readonly<Record<QueueTab, number>>
}

/** What a moderator's page shows of a comment: the edit that waits, else the standing text, with ids and version. */
export const onDesk = async ({ deps }: Real, { id }: Known, target: 'edit' | 'standing') => {
  const { comment, revisions } = await stored(deps, id)
  const { version, pendingRevisionId, approvedRevisionId, latestRevisionId } = comment
  const approved = revisions.find((revision) => revision.id === approvedRevisionId)
  const standing =
    approved && approved.state !== 'superseded' ? approved.id : (pendingRevisionId ?? latestRevisionId)
  return {
    commentId: id,
    version,
    revisionId: target === 'edit' ? (pendingRevisionId ?? latestRevisionId) : standing,
  }
}
