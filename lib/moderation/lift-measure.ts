import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { NOT_YOURS } from './list-people'
import { parsePersonKey, personPath } from '../accounts/person-key'
import { undoDecision } from './undo-decision'

export const liftMeasureInput = z.strictObject({ actId: z.string().regex(ID_PATTERN) })

/** What came of lifting a measure. */
export interface Lifted {
  /** The page about the person. */
  readonly path: string
  /** Comments that stand again as the ban had found them. */
  readonly restored: number
  /** Those that somebody decided about or changed since: they stay as they are. */
  readonly left: number
}

type Deps = Pick<Ports, 'peopleReader' | 'measureStore' | 'commentStore' | 'accountStore' | 'clock' | 'ids'>

/**
 * Takes a measure back as if it had not been taken: whatever it was aimed at is free again, and what it did about waiting
 * comments is undone, each by a row of its own. Lifting twice is lifting once.
 */
export const liftMeasure = async (
  deps: Deps,
  actor: Actor,
  { actId }: z.infer<typeof liftMeasureInput>,
): Promise<Result<Lifted>> => {
  if (actor.kind !== 'user' || !can(actor, 'open.desk')) return NOT_YOURS
  const [measure] = await deps.measureStore.act(actId)
  const key = measure && parsePersonKey(measure.personKey)
  const person = key && (await deps.peopleReader.find(key))
  if (!measure || !key || !person) return fail('not-found', 'There is no such measure.')
  if (!can(actor, 'take.measure', { role: person.role }))
    return fail('forbidden', 'Measures against colleagues are the owner’s.')

  const lifted = await deps.measureStore.lift(actId, actor.userId, deps.clock.now(), {
    actor,
    action: 'lift.measure',
    subject: `person:${key}`,
    detail: { act: actId, kind: measure.kind, name: person.name, reason: measure.reason },
  })
  if (!lifted) return fail('conflict', 'A colleague has lifted this already.')

  const made = await deps.measureStore.decisionsOf(actId)
  let restored = 0
  for (const decisionId of made) {
    if ((await undoDecision(deps, actor, { decisionId })).ok) restored += 1
  }
  return ok({ path: personPath(key), restored, left: made.length - restored })
}
