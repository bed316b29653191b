import type { Comment } from '../../comments/comment'
import { STUB } from '../../comments/comment-status'
import type { Actor } from '../../kernel/actor'
import { DAY } from '../../kernel/clock'
import { type Check, PASS } from './check'

/** How far back a repeat is noticed. */
const RECENT = DAY

const isBy = (author: Actor, { guestId, userId }: Comment): boolean =>
  (author.kind === 'guest' && guestId === author.guestId) ||
  (author.kind === 'user' && userId === author.userId)

/** The same words again: from the same person under the same piece a slip, from others perhaps a flood. */
export const duplicate: Check = {
  name: 'duplicate',
  run: async ({ commentId, article, author, fingerprint, at }, _settings, { commentStore }) => {
    const same = (await commentStore.sameText(fingerprint, at - RECENT))
      .map(({ comment }) => comment)
      .filter((comment) => comment.id !== commentId && !STUB.has(comment.status))
    if (same.some((comment) => isBy(author, comment) && comment.articleId === article?.id)) {
      return { level: 'refuse', field: 'body', reason: 'You have already said this here.', evidence: {} }
    }
    const elsewhere = same.some((comment) => isBy(author, comment))
    const passed = elsewhere ? { ...PASS, nudge: 'You have said this under another piece already.' } : PASS
    const others = same.filter((comment) => !isBy(author, comment)).length
    if (others === 0) return passed
    const reason = `The same words came from somebody else in the last 24 hours (${others} ${others === 1 ? 'time' : 'times'}).`
    // What others said may be waiting: nobody is told of it.
    return { ...passed, level: 'hold', reason, evidence: { facts: { others } } }
  },
}
