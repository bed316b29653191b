import { z } from 'zod'
import { MEASURE_KINDS, type Measure, SIGNS_OUT } from '../accounts/measure'
import type { SignedIn } from '../kernel/actor'
import { type Actor } from '../kernel/actor'
import { canonicalText, cutText } from '../kernel/canonical-text'
import { DAY, type Instant } from '../kernel/clock'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { decide } from './decide'
import { MEASURE_TARGETS, type Target, aimAt } from './measure-targets'
import { NOT_YOURS } from './list-people'
import { NOBODY, liveAddresses } from './open-person'
import type { PersonRow } from './people-reader'
import { parsePersonKey, personPath } from '../accounts/person-key'

/** How long a measure can be made to last, in days; one that shall last longer stands until it is lifted. */
const MEASURE_DAYS = 3_650
const NO_DAYS = `Write whole days, from 1 to ${MEASURE_DAYS.toLocaleString('en')}, or leave it empty.`
/** Address blocks change hands: no ban of one lasts longer. */
const ADDRESS_DAYS = 30
/** Comments a ban rejects at once. */
const REJECTED_AT_ONCE = 500

export const takeMeasureInput = z.strictObject({
  person: z.string().max(100),
  kind: z.enum(MEASURE_KINDS),
  targets: z.array(z.enum(MEASURE_TARGETS)).max(4),
  /** For the person. */
  reason: z.string().max(5_000),
  /** For colleagues. */
  note: z.string().max(20_000),
  /** Null: until it is lifted. */
  days: z.int(NO_DAYS).min(1, NO_DAYS).max(MEASURE_DAYS, NO_DAYS).nullable(),
  /** With a ban: what of theirs waits is rejected. */
  rejectWaiting: z.boolean(),
})
type Input = z.infer<typeof takeMeasureInput>

export type MeasureDeps = Pick<
  Ports,
  'peopleReader' | 'measureStore' | 'accountStore' | 'commentStore' | 'secrets' | 'clock' | 'ids'
>

/** What came of a measure. */
export interface Taken {
  readonly actId: string
  /** The page about the person. */
  readonly path: string
  /** Comments that waited and were rejected with it. */
  readonly rejected: number
}

const PROTECTED = fail(
  'forbidden',
  'This account belongs to the staff. Measures against colleagues are the owner’s, and none can be taken against the owner.',
)

const invalid = (field: string, sentence: string) =>
  fail('invalid', sentence, { fields: { [field]: sentence } })

/** Only a ban reaches beyond the person; only a warning has nothing to end. */
const problemIn = ({ kind, targets, reason, days }: Input): Result<never> | null => {
  if (kind === 'ban' && targets.length === 0) return invalid('targets', 'Choose what the ban is aimed at.')
  if (kind === 'suspend' && days === null) return invalid('days', 'Choose how long the pause lasts.')
  if (kind === 'warn' && canonicalText(reason) === '')
    return invalid('reason', 'Write what the person is warned of: they read it as it stands.')
  return null
}

const rejectWaiting = async (
  deps: MeasureDeps,
  actor: Actor,
  { key }: PersonRow,
  actId: string,
  reason: string,
): Promise<number> => {
  let rejected = 0
  for (const comment of await deps.peopleReader.waitingOf(key, REJECTED_AT_ONCE)) {
    const { id: commentId, pendingRevisionId, version } = comment
    if (pendingRevisionId === null) continue
    const input = { commentId, revisionId: pendingRevisionId, version, move: 'reject' as const }
    const decided = await decide(deps, actor, reason === '' ? input : { ...input, reason })
    // Whatever a colleague or its author was faster with stays as they left it.
    if (!decided.ok) continue
    await deps.measureStore.keepDecision(actId, decided.value.decisionId)
    rejected += 1
  }
  return rejected
}

const measuresOf = (
  deps: MeasureDeps,
  actor: SignedIn,
  input: Input,
  { key, actId, now }: { readonly key: string; readonly actId: string; readonly now: Instant },
  targets: readonly Target[],
): readonly Measure[] => {
  const until = input.days === null ? null : now + input.days * DAY
  const shortest = now + ADDRESS_DAYS * DAY
  return targets.map(({ targetKind, targetKey }) => ({
    id: deps.ids.random(),
    actId,
    kind: input.kind,
    targetKind,
    targetKey,
    personKey: key,
    reason: cutText(canonicalText(input.reason), { max: 500 }),
    note: cutText(canonicalText(input.note), { max: 2_000 }),
    createdBy: actor.userId,
    createdAt: now,
    expiresAt: targetKind === 'address' ? Math.min(until ?? shortest, shortest) : until,
    liftedAt: null,
    liftedBy: null,
    readAt: null,
  }))
}

/**
 * A moderator warns, suspends, bans or mutes somebody. Never a colleague (that is the owner's), never the owner. A ban of
 * an account ends its sessions in the same transaction, and can reject what of theirs waits: each by a decision of its own.
 */
export const takeMeasure = async (deps: MeasureDeps, actor: Actor, input: Input): Promise<Result<Taken>> => {
  if (actor.kind !== 'user' || !can(actor, 'open.desk')) return NOT_YOURS
  const key = parsePersonKey(input.person)
  const person = key && (await deps.peopleReader.find(key))
  if (!key || !person) return NOBODY
  if (!can(actor, 'take.measure', { role: person.role })) return PROTECTED
  const problem = problemIn(input)
  if (problem) return problem

  const now = deps.clock.now()
  const means = await deps.peopleReader.meansOf(key)
  const wanted = input.kind === 'ban' ? input.targets : (['person'] as const)
  const known = { key, ...means, addresses: liveAddresses(means, now) }
  const targets = wanted.flatMap((target) => aimAt(deps.secrets, target, known))
  if (targets.length === 0)
    return invalid('targets', 'None of this is known of them any more. Choose something else.')

  const actId = deps.ids.random()
  const measures = measuresOf(deps, actor, input, { key, actId, now }, targets)
  const aimsAtAccount = targets.some(({ targetKind }) => targetKind === 'user')
  await deps.measureStore.take({
    measures,
    signsOut: SIGNS_OUT.has(input.kind) && aimsAtAccount ? key.slice('user:'.length) : null,
    audit: {
      actor,
      action: 'take.measure',
      subject: `person:${key}`,
      detail: {
        act: actId,
        kind: input.kind,
        targets: [...new Set(targets.map(({ targetKind }) => targetKind))].join(' '),
        name: person.name,
        reason: measures[0]?.reason ?? '',
        until: measures[0]?.expiresAt ?? null,
      },
    },
  })
  const rejects = input.kind === 'ban' && input.rejectWaiting
  const rejected = rejects ? await rejectWaiting(deps, actor, person, actId, measures[0]?.reason ?? '') : 0
  return ok({ actId, path: personPath(key), rejected })
}
