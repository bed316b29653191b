import { MINUTE } from '../../kernel/clock'
import { skipsTheQueue } from '../../policy/policy'
import type { Draft } from '../../comments/screening'
import { type Check, type CheckPorts, type Finding, PASS } from './check'

type Needs = Pick<CheckPorts, 'screeningReader'>

const inMinutes = (count: number): string => `${count} ${count === 1 ? 'minute' : 'minutes'}`

const refusal = (slowMinutes: number, left: number): Finding => {
  const minutes = Math.ceil(left / MINUTE)
  return {
    level: 'refuse',
    reason: `This conversation is slowed down: one comment in ${inMinutes(slowMinutes)} for everybody. You can post again in ${inMinutes(minutes)}; what you typed stays here.`,
    evidence: { facts: { minutes } },
  }
}

/**
 * Somebody whose device says nothing of what they wrote here: new here, or come again without their cookie, perhaps with
 * one that a recommendation made. Whoever gives the name of a comment in sight from the same network is taken for its
 * author. Anybody else there may be a neighbour, who is not turned away for it: somebody looks. So it is for the name of
 * a hidden comment, or its refusal would tell a stranger of it.
 */
const ofNetwork = async (
  { nameKey, addressKeys = [], at }: Draft,
  articleId: string,
  slowMinutes: number,
  { screeningReader }: Needs,
): Promise<Finding> => {
  const pause = slowMinutes * MINUTE
  const traces = await screeningReader.guestsFrom(addressKeys, articleId, at - pause)
  const [newest] = traces
  if (!newest) return PASS
  const same = nameKey === '' ? undefined : traces.find((trace) => trace.visible && trace.nameKey === nameKey)
  if (same) return refusal(slowMinutes, same.at + pause - at)
  return {
    level: 'hold',
    reason: `The conversation is slowed down, and a guest on the same network wrote here within ${inMinutes(slowMinutes)}.`,
    evidence: { facts: { minutes: Math.floor((at - newest.at) / MINUTE) } },
  }
}

const wait = async (draft: Draft, articleId: string, slowMinutes: number, ports: Needs): Promise<Finding> => {
  const { author, at } = draft
  if (author.kind !== 'guest' && author.kind !== 'user')
    return ofNetwork(draft, articleId, slowMinutes, ports)
  const who = author.kind === 'guest' ? { guestId: author.guestId } : { userId: author.userId }
  const last = await ports.screeningReader.lastUnder(who, articleId)
  if (last === null) return author.kind === 'guest' ? ofNetwork(draft, articleId, slowMinutes, ports) : PASS
  const left = last + slowMinutes * MINUTE - at
  return left <= 0 ? PASS : refusal(slowMinutes, left)
}

/** A pause between two comments of one person under one piece, for threads that run hot. */
export const slowMode: Check = {
  name: 'slow-mode',
  ofArrival: true,
  run: (draft, { slowMinutes }, ports) => {
    const { author, article } = draft
    return slowMinutes === 0 || !article || skipsTheQueue(author)
      ? PASS
      : wait(draft, article.id, slowMinutes, ports)
  },
}
