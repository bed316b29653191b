import type { CommentRecord } from '../comments/comment'
import type { CommentChange } from '../comments/comment-store'
import { type Judgement, judge } from '../comments/judge'
import type { Actor, SignedIn } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { reasonFor } from './decide'
import { decisionChange } from './decision-change'
import type { QueueFields } from './desk-address'
import { readFilter } from './list-queue'
import { orderOf, tabOf } from './queue-fields'
import { isFiltered } from './queue-question'
import { whatHappened } from './what-happened'

/** Comments decided about with one click. What is left after that waits for another one. */
export const MANY_MAX = 1_000

/** A comment as the moderator saw it who decides about it. */
export interface SelectedComment {
  readonly commentId: string
  readonly revisionId: string
  readonly version: number
}

export type ManyTarget =
  /** What somebody selected, as they read it. */
  | { readonly kind: 'selection'; readonly items: readonly SelectedComment[] }
  /** The waiting comments of a flood: its card, as it was read, and what waited behind it when that was looked at (milliseconds). */
  | {
      readonly kind: 'flood'
      readonly floodId: string
      readonly card: SelectedComment
      readonly seenAt: number
    }
  /** Whatever a filter of the desk finds, and what is folded behind its cards, that was there when it was looked at (milliseconds). */
  | { readonly kind: 'filter'; readonly fields: QueueFields; readonly seenAt: number }

interface Input {
  readonly target: ManyTarget
  readonly move: Judgement
  readonly reason?: string
}

/** A chosen comment that was left as it is. */
export interface NotDecided {
  readonly commentId: string
  readonly name: string
  /** What came between, in a sentence. */
  readonly why: string
}

/** What came of one decision about many comments. */
export interface DecidedMany {
  /** Undoes all of it; null when nothing was decided. */
  readonly batchId: string | null
  readonly decided: number
  /** The first twenty of those that were not; nothing of them was overwritten. */
  readonly missed: readonly NotDecided[]
  readonly missedInAll: number
  /** Of a flood those that came or changed since it was looked at, two thousand at most: they stay as they are. */
  readonly stays: number
  /** Whether what was looked at is more than one click decides: another one takes the next of them. */
  readonly more: boolean
}

type Deps = Pick<
  Ports,
  'commentStore' | 'queueReader' | 'deskStore' | 'settingsStore' | 'accountStore' | 'clock' | 'ids'
>
const TOLD = 20

/**
 * Ids in the order of the queue; with a card of a flood come all that wait behind it. Only where a filter is approved they
 * stay: a near text may hold the very link that the filter left out, and nobody has read it.
 */
const idsOf = async (deps: Deps, actor: SignedIn, { target, move }: Input): Promise<readonly string[]> => {
  const { queueReader } = deps
  const most = MANY_MAX + 1
  if (target.kind === 'selection') return [...new Set(target.items.map(({ commentId }) => commentId))]
  if (target.kind === 'flood') {
    const waiting = await queueReader.waitingInFlood(target.floodId, target.seenAt + 1, most)
    return [...new Set([target.card.commentId, ...waiting])]
  }
  const { fields, seenAt } = target
  const { filter } = await readFilter(deps, actor, fields)
  const until = Math.min(filter.until ?? seenAt + 1, seenAt + 1)
  const [tab, order] = [tabOf(fields), orderOf(fields)]
  const { places } = await queueReader.find({
    tab,
    order,
    filter: { ...filter, until },
    after: null,
    limit: most,
  })
  const ids = places.map((place) => place.id)
  // A card says how many it stands for, and all of them are decided about: leaving some would bring it back at once.
  const takesFolded = tab === 'waiting' && (move !== 'approve' || !isFiltered(filter))
  return takesFolded ? [...ids, ...(await queueReader.foldedBehind(ids, until, most))] : ids
}

/** The text a card of this comment shows. */
const onDesk = ({ comment }: CommentRecord): string =>
  comment.pendingRevisionId ?? comment.approvedRevisionId ?? comment.latestRevisionId

/** Whether the text that a card shows now was there when the page was made: what was written since nobody has read. */
const wasThere = ({ revisions }: CommentRecord, revisionId: string, { target }: Input): boolean =>
  target.kind === 'selection' ||
  revisions.some(({ id, createdAt }) => id === revisionId && createdAt <= target.seenAt)

/** What is decided about as it was read, not as it is now. */
const readOf = ({ target }: Input): readonly SelectedComment[] => {
  if (target.kind === 'selection') return target.items
  return target.kind === 'flood' ? [target.card] : []
}

interface Plan {
  readonly changes: readonly CommentChange[]
  readonly refused: readonly CommentRecord[]
}

/** What the decision makes of each; those that are not any more as they were read are refused. */
const planFor = (
  deps: Deps,
  actor: SignedIn,
  records: readonly CommentRecord[],
  input: Input,
  batchId: string,
): Plan => {
  const { move } = input
  const reason = reasonFor(input)
  const at = deps.clock.now()
  const read = new Map(readOf(input).map((item) => [item.commentId, item]))
  const changes: CommentChange[] = []
  const refused: CommentRecord[] = []
  for (const record of records) {
    const item = read.get(record.comment.id)
    const revisionId = item?.revisionId ?? onDesk(record)
    const judged = judge(record, { revisionId, move, at })
    const isAsRead =
      item === undefined ? wasThere(record, revisionId, input) : item.version === record.comment.version
    if (isAsRead && judged.ok) {
      changes.push(decisionChange(deps, record, judged.value, { actor, revisionId, move, reason, batchId }))
    } else refused.push(record)
  }
  return { changes, refused }
}

const explain = async (
  deps: Deps,
  actor: Actor,
  commentIds: readonly string[],
): Promise<readonly NotDecided[]> => {
  const records = await deps.commentStore.findAll(commentIds.slice(0, TOLD))
  return Promise.all(
    records.map(async (record) => {
      const decisions = await deps.commentStore.decisionsOn(record.comment.id)
      const why = await whatHappened(deps, actor, record, decisions)
      return { commentId: record.comment.id, name: record.comment.name, why }
    }),
  )
}

/** How many of a flood stay after the decision for what came between: what was missed, and what joined it since. */
const staying = async (
  { queueReader, clock }: Deps,
  { target }: Input,
  missed: readonly string[],
): Promise<number> => {
  if (target.kind !== 'flood') return 0
  const waiting = (until: Instant) => queueReader.waitingInFlood(target.floodId, until, MANY_MAX + 1)
  // What was there and is left came before: it is what one click is too little for.
  const [seen, all] = await Promise.all([waiting(target.seenAt + 1), waiting(clock.now() + 1)])
  const wasSeen = new Set(seen)
  return new Set([...missed, ...all.filter((commentId) => !wasSeen.has(commentId))]).size
}

/**
 * One decision about many comments: a row for each, all rows, numbers and effects in one transaction, undone with one
 * click. Whatever changed since it was read is left alone and told of.
 */
export const decideMany = async (deps: Deps, actor: Actor, input: Input): Promise<Result<DecidedMany>> => {
  if (actor.kind !== 'user' || !can(actor, 'decide.comment')) {
    return fail('forbidden', 'Only moderators decide about comments.')
  }
  if (input.move === 'reject' && reasonFor(input) === null) {
    const { settings } = await deps.settingsStore.read()
    const fields = { reason: 'Choose a reason.' }
    if (settings.reasonRequired) return fail('invalid', 'Choose a reason for rejecting them.', { fields })
  }
  const found = await idsOf(deps, actor, input)
  const ids = found.slice(0, MANY_MAX)
  const batchId = deps.ids.ordered()
  const { changes, refused } = planFor(deps, actor, await deps.commentStore.findAll(ids), input, batchId)
  const made = await deps.commentStore.applyAll(changes)
  const missed = [
    ...refused.map(({ comment }) => comment.id),
    ...changes.map(({ commentId }) => commentId).filter((commentId) => !made.has(commentId)),
  ]
  return ok({
    batchId: made.size > 0 ? batchId : null,
    decided: made.size,
    missed: missed.length > 0 ? await explain(deps, actor, missed) : [],
    missedInAll: missed.length,
    stays: await staying(deps, input, missed),
    more: found.length > MANY_MAX,
  })
}
