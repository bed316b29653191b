import { type Actor, SYSTEM } from '../kernel/actor'
import { skipsTheQueue } from '../policy/policy'
import type { Ports } from '../ports'
import type { CommentRecord, CommentState } from './comment'
import type { Decision, Opinion } from './comment-store'
import { type Judgement, judge, stateOf } from './judge'
import { newDecision } from './new-decision'
import type { Verdict } from './screening'

/** How a text stands once it has arrived. */
export interface Settled {
  readonly state: CommentState
  /** The row of its own that a decision on arrival leaves; null while the text waits. */
  readonly decision: Decision | null
  /** What the checks object to; a `pass` is no news. */
  readonly opinions: readonly Opinion[]
}

const moveOnArrival = (actor: Actor, { level }: Verdict, mayPass: boolean): Judgement | null => {
  if (skipsTheQueue(actor)) return 'approve'
  if (level === 'spam') return 'spam'
  return level === 'pass' && mayPass ? 'approve' : null
}

/**
 * What becomes of a text on arrival: moderators' own words and words no check objects to are approved, the clear
 * spam goes to its tab, everything else waits as it stands in `record`. Either way a row tells why.
 */
export const settle = (
  deps: Pick<Ports, 'ids' | 'clock'>,
  record: CommentRecord,
  {
    actor,
    verdict,
    mayPass,
  }: { readonly actor: Actor; readonly verdict: Verdict; readonly mayPass: boolean },
): Settled => {
  const revisionId = record.comment.latestRevisionId
  const opinions = verdict.opinions.filter((opinion) => opinion.level !== 'pass')
  const move = moveOnArrival(actor, verdict, mayPass)
  const judged = move && judge(record, { revisionId, move, at: deps.clock.now() })
  if (!move || !judged?.ok) return { state: stateOf(record), decision: null, opinions }
  const decidedBy = skipsTheQueue(actor) ? actor : SYSTEM
  const reason = opinions.find((opinion) => opinion.level === move)?.reason ?? null
  const decision = newDecision(deps, record, { actor: decidedBy, revisionId, move, to: judged.value, reason })
  return { state: judged.value, decision, opinions }
}
