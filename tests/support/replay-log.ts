import type { Comment, CommentRecord, CommentRevision, CommentState } from '../../lib/comments/comment'
import type { Decision } from '../../lib/comments/comment-store'
import { type Judgement, judge, stateOf } from '../../lib/comments/judge'
import { revise, withdraw } from '../../lib/comments/revise'
import type { Instant } from '../../lib/kernel/clock'

/** What an author did with a comment of theirs; nobody decides that, so that it is in no log. */
export type Deed =
  | { readonly kind: 'edit'; readonly at: Instant; readonly revisionId: string; readonly body: string }
  | { readonly kind: 'withdraw'; readonly at: Instant }

export interface Authored {
  readonly id: string
  readonly parentId: string | null
  readonly at: Instant
  readonly revisionId: string
  readonly body: string
  readonly deeds: readonly Deed[]
}

const text = (commentId: string, id: string, body: string, at: Instant): CommentRevision => ({
  ...{ id, commentId, number: 1, state: 'pending', body, fingerprint: '', createdAt: at },
})

const asWritten = ({ id, parentId, revisionId, body, at }: Authored): CommentRecord => ({
  comment: {
    ...{ id, articleId: '', parentId, rootId: id, laneId: null, depth: 0, status: 'pending', version: 1 },
    ...{
      latestRevisionId: revisionId,
      approvedRevisionId: null,
      pendingRevisionId: revisionId,
      editedAt: null,
    },
    ...{ hiddenAncestors: 0, guestId: '', userId: null, name: '', nameKey: '', email: '', emailKey: '' },
    ...{ byStaff: false, addressKey: '', submissionKey: '', createdAt: at, queueOrder: at },
  } satisfies Comment,
  revisions: [text(id, revisionId, body, at)],
})

const put = (record: CommentRecord, { revisions, ...fields }: CommentState): CommentRecord => ({
  comment: { ...record.comment, ...fields },
  revisions: record.revisions.map((revision) => ({
    ...revision,
    state: revisions[revision.id] ?? revision.state,
  })),
})

const deed = (record: CommentRecord, done: Deed): CommentRecord => {
  if (done.kind === 'edit')
    return revise(record, text(record.comment.id, done.revisionId, done.body, done.at))
  const gone = withdraw(record)
  if (!gone.ok) throw new Error(`An author withdrew what cannot be: ${gone.error.message}`)
  return put(record, gone.value)
}

const decided = (record: CommentRecord, decision: Decision, all: readonly Decision[]): CommentRecord => {
  const { move, revisionId, createdAt: at, undoesId } = decision
  if (move === 'undo') {
    const undone = all.find(({ id }) => id === undoesId)
    if (!undone) throw new Error(`Row ${decision.id} undoes a row that is not in the log.`)
    return put(record, undone.before)
  }
  const judged = judge(record, { revisionId, move: move as Judgement, at })
  if (!judged.ok) throw new Error(`The log holds a ${move} that cannot be: ${judged.error.message}`)
  return put(record, judged.value)
}

/** The part of a state that a row of the log remembers. */
const sameBefore = (record: CommentRecord, { before }: Decision): boolean => {
  const now = stateOf(record)
  return (
    now.status === before.status &&
    now.approvedRevisionId === before.approvedRevisionId &&
    now.pendingRevisionId === before.pendingRevisionId &&
    now.editedAt === before.editedAt &&
    Object.entries(before.revisions).every(([id, state]) => now.revisions[id] === state)
  )
}

/**
 * A comment as its author's deeds and the log make it, from nothing else; throws where a row does not follow from what
 * stands before it. `decisions`: all of one comment, oldest first.
 */
export const replay = (authored: Authored, decisions: readonly Decision[]): CommentState => {
  let record = asWritten(authored)
  const left = [...authored.deeds]
  const actUntil = (at: Instant): void => {
    while (left[0] && left[0].at <= at) {
      const [next] = left.splice(0, 1)
      if (next) record = deed(record, next)
    }
  }
  for (const decision of decisions) {
    actUntil(decision.createdAt)
    if (!sameBefore(record, decision) || record.comment.status !== decision.from)
      throw new Error(`Row ${decision.id} (${decision.move}) was made over something else.`)
    record = decided(record, decision, decisions)
    if (record.comment.status !== decision.to)
      throw new Error(`Row ${decision.id} does not lead where it says.`)
  }
  actUntil(Number.POSITIVE_INFINITY)
  return stateOf(record)
}
