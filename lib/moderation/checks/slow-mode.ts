import { MINUTE } from '../../kernel/clock'
import { skipsTheQueue } from '../../policy/policy'
import type { Draft } from '../../comments/screening'
import { type Check, type CheckPorts, type Finding, PASS } from './check'

const wait = async (
  { author, at }: Draft,
  articleId: string,
  slowMinutes: number,
  { screeningReader }: CheckPorts,
): Promise<Finding> => {
  if (author.kind !== 'guest' && author.kind !== 'user') return PASS
  const who = author.kind === 'guest' ? { guestId: author.guestId } : { userId: author.userId }
  const last = await screeningReader.lastUnder(who, articleId)
  const left = last === null ? 0 : last + slowMinutes * MINUTE - at
  if (left <= 0) return PASS
  const minutes = Math.ceil(left / MINUTE)
  return {
    level: 'refuse',
    reason: `This conversation is slowed down: one comment in ${slowMinutes} ${slowMinutes === 1 ? 'minute' : 'minutes'} for everybody. You can post again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}; what you typed stays here.`,
    evidence: { facts: { minutes } },
  }
}

/** A pause between two comments of one person under one piece, for threads that run hot. */
export const slowMode: Check = {
  name: 'slow-mode',
  run: (draft, { slowMinutes }, ports) => {
    const { author, article, commentId } = draft
    return slowMinutes === 0 || commentId !== null || !article || skipsTheQueue(author)
      ? PASS
      : wait(draft, article.id, slowMinutes, ports)
  },
}
