import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { type DecideDeps, decideInput } from './decide'
import { decideAtDesk } from './decide-at-desk'
import { decideMany } from './decide-many'
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
    const many = await decideMany(deps, actor, { target, move, ...why })
    if (!many.ok) return many
    const { batchId, decided, missed, stays, more } = many.value
    return batchId === null
      ? fail('conflict', missed[0]?.why ?? 'All of these were decided about a moment ago.')
      : ok({ undo: printUndo({ batchId }), decided, stays, more })
  }
  const one = await decideAtDesk(deps, actor, { ...card, move, ...why })
  if (!one.ok) return one
  return ok({ undo: printUndo({ decisionId: one.value.decisionId }), decided: 1, stays: 0, more: false })
}
