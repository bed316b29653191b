import type { Comment, CommentRecord, CommentState } from '../../../lib/comments/comment'
import type { CommentStatus, RevisionState } from '../../../lib/comments/comment-status'

/**
 * A record in one line: `status text text …`, each text `name:state` in the order of writing; `+` marks the approved
 * one (approvedRevisionId), `?` the waiting one (pendingRevisionId). `approved R1+:approved R2?:pending` is an
 * approved comment with an edit that waits.
 */
export const aRecord = (line: string): CommentRecord => {
  const [status, ...texts] = line.split(' ')
  const parsed = texts.map((text, index) => {
    const [, name = '', marks = '', state] = /^(\w+)([+?]*):(\w+)$/.exec(text) ?? []
    const revision = {
      id: name,
      commentId: 'c',
      number: index + 1,
      body: `text ${name}`,
      fingerprint: name,
      createdAt: index,
    }
    return { marks, revision: { ...revision, state: state as RevisionState } }
  })
  const idOf = (mark: string): string | null =>
    parsed.find(({ marks }) => marks.includes(mark))?.revision.id ?? null
  const comment: Comment = {
    ...{ id: 'c', articleId: 'a', parentId: null, rootId: 'c', laneId: null, depth: 0 },
    ...{ status: status as CommentStatus, version: 1, editedAt: null, hiddenAncestors: 0 },
    latestRevisionId: parsed.at(-1)?.revision.id ?? '',
    approvedRevisionId: idOf('+'),
    pendingRevisionId: idOf('?'),
    ...{ guestId: 'g', userId: null, name: '', nameKey: '', email: '', emailKey: '', byStaff: false },
    ...{ addressKey: '', submissionKey: '', createdAt: 0, queueOrder: 0 },
  }
  return { comment, revisions: parsed.map(({ revision }) => revision) }
}

/** The same line for a state. */
export const lineOf = (state: CommentState): string =>
  [
    state.status,
    ...Object.entries(state.revisions).map(([id, revisionState]) => {
      const approved = id === state.approvedRevisionId ? '+' : ''
      const waiting = id === state.pendingRevisionId ? '?' : ''
      return `${id}${approved}${waiting}:${revisionState}`
    }),
  ].join(' ')
