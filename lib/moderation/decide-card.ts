import { z } from 'zod'
import type { Judgement } from '../comments/judge'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { type DecideDeps, decideInput, madeAlready } from './decide'
import { decideAtDesk } from './decide-at-desk'
import { type ManyTarget, type SelectedComment, decideMany } from './decide-many'
import { printUndo } from './undo-key'

export const decideCardInput = decideInput
  .extend({
    /** The flood behind the card: then the decision is about all of it that waited at that moment (milliseconds). */
    flood: z.string().regex(ID_PATTERN).optional(),
    seenAt: z.coerce.number().int().min(0).optional(),
  })
  .refine(
    ({ flood, seenAt }) => flood === undefined || seenAt !== undefined,
    'This page is out of date. Load it again, then decide.',
  )

/** `undo`: what takes it back (lib/moderation/undo-key.ts). `stays` and `more`: lib/moderation/decide-many.ts. */
export interface DecidedHere {
  readonly undo: string
  readonly decided: number
  readonly stays: number
  readonly more: boolean
}

type Deps = DecideDeps & Pick<Ports, 'deskStore' | 'queueReader' | 'settingsStore'>

interface FloodDecision {
  readonly target: Extract<ManyTarget, { kind: 'flood' }>
  readonly move: Judgement
  readonly reason?: string
}

/**
 * A click on a flood that comes twice: what it decided stands already, and is this person's own. Else the second would
 * take the next thousand along, or find nothing left, with nothing to undo.
 */
const madeBefore = async (
  { commentStore }: Pick<Ports, 'commentStore'>,
  actor: Actor,
  { commentId, revisionId }: SelectedComment,
  move: Judgement,
): Promise<DecidedHere | null> => {
  if (!can(actor, 'decide.comment')) return null
  const { batchId } =
    madeAlready(await commentStore.decisionsOn(commentId), actor, { revisionId, move }) ?? {}
  if (!batchId) return null
  const made = (await commentStore.decisionsInBatch(batchId)).filter((decision) => decision.move !== 'undo')
  return { undo: printUndo({ batchId }), decided: made.length, stays: 0, more: false }
}

const decideFlood = async (
  deps: Deps,
  actor: Actor,
  decision: FloodDecision,
): Promise<Result<DecidedHere>> => {
  const { target, move } = decision
  const before = await madeBefore(deps, actor, target.card, move)
  if (before) return ok(before)
  const many = await decideMany(deps, actor, decision)
  if (!many.ok) return many
  const { batchId, decided, missed, stays, more } = many.value
  if (batchId !== null) return ok({ undo: printUndo({ batchId }), decided, stays, more })
  const meanwhile = await madeBefore(deps, actor, target.card, move)
  return meanwhile
    ? ok(meanwhile)
    : fail('conflict', missed[0]?.why ?? 'All of these were decided about a moment ago.')
}

/** What the buttons of a card decide: about its comment, or about the flood it stands for. */
export const decideCard = async (
  deps: Deps,
  actor: Actor,
  input: z.output<typeof decideCardInput>,
): Promise<Result<DecidedHere>> => {
  const { commentId, revisionId, version, move, reason, flood, seenAt = 0 } = input
  const card = { commentId, revisionId, version }
  // The field stands in the form for all its buttons; only a rejection has a reason.
  const why = move === 'reject' && reason !== undefined && reason !== '' ? { reason } : {}
  if (flood !== undefined) {
    const target = { kind: 'flood', floodId: flood, card, seenAt } as const
    return decideFlood(deps, actor, { target, move, ...why })
  }
  const one = await decideAtDesk(deps, actor, { ...card, move, ...why })
  if (!one.ok) return one
  return ok({ undo: printUndo({ decisionId: one.value.decisionId }), decided: 1, stays: 0, more: false })
}
