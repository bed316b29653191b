import { z } from 'zod'
import type { CommentRecord } from '../comments/comment'
import type { CommentStatus } from '../comments/comment-status'
import type { Decision } from '../comments/comment-store'
import { JUDGEMENTS, judge } from '../comments/judge'
import type { Actor } from '../kernel/actor'
import { canonicalText, cutText } from '../kernel/canonical-text'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { decisionChange } from './decision-change'
import { lastStanding } from './undoable'
import { whatHappened } from './what-happened'

export const decideInput = z.strictObject({
  commentId: z.string().regex(ID_PATTERN),
  /** The text that was read, and the state it was read in: anything newer is a conflict. */
  revisionId: z.string().regex(ID_PATTERN),
  version: versionField,
  move: z.enum(JUDGEMENTS),
  reason: z.string().max(2_000).optional(),
  note: z.string().max(10_000).optional(),
})
export type DecideInput = z.infer<typeof decideInput>
type Input = DecideInput

export type DecideDeps = Pick<Ports, 'commentStore' | 'accountStore' | 'clock' | 'ids'>

/** What a decision made of a comment. */
export interface Decided {
  readonly decisionId: string
  readonly to: CommentStatus
}

const words = (typed: string | undefined, max: number): string | null =>
  cutText(canonicalText(typed ?? ''), { max }) || null

/** As it is stored; null for none. */
export const reasonFor = ({ reason }: { readonly reason?: string | undefined }): string | null =>
  words(reason, 500)

/** A click that comes twice: the decision it asks for stands already, and is this person's own. */
export const madeAlready = (
  decisions: readonly Decision[],
  actor: Actor,
  { revisionId, move }: Pick<Input, 'revisionId' | 'move'>,
): Decision | null => {
  const last = lastStanding(decisions)
  const isTheirs = actor.kind === 'user' && last?.actor.kind === 'user' && last.actor.userId === actor.userId
  return isTheirs && last.revisionId === revisionId && last.move === move ? last : null
}

const conflict = async (
  deps: DecideDeps,
  actor: Actor,
  record: CommentRecord,
  input: Input,
): Promise<Result<Decided>> => {
  const decisions = await deps.commentStore.decisionsOn(record.comment.id)
  const made = madeAlready(decisions, actor, input)
  return made
    ? ok({ decisionId: made.id, to: made.to })
    : fail('conflict', await whatHappened(deps, actor, record, decisions))
}

/** A moderator judges one text of a comment. The row, the change and its effects are one transaction, or nothing is. */
export const decide = async (deps: DecideDeps, actor: Actor, input: Input): Promise<Result<Decided>> => {
  if (!can(actor, 'decide.comment')) return fail('forbidden', 'Only moderators decide about comments.')
  const { commentId, revisionId, version, move } = input
  const record = await deps.commentStore.find(commentId)
  if (!record) return fail('not-found', 'There is no such comment.')
  if (record.comment.version !== version) return conflict(deps, actor, record, input)
  const judged = judge(record, { revisionId, move, at: deps.clock.now() })
  if (!judged.ok) return judged

  const to = judged.value
  const facts = { actor, revisionId, move, reason: reasonFor(input), note: words(input.note, 2_000) }
  const change = decisionChange(deps, record, to, facts)
  const stored = await deps.commentStore.apply(change)
  if (stored) return ok({ decisionId: change.decision.id, to: to.status })
  const now = await deps.commentStore.find(commentId)
  return conflict(deps, actor, now ?? record, input)
}
