import { z } from 'zod'
import type { Actor } from '../../kernel/actor'
import { ID_PATTERN } from '../../kernel/ids'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import { MOST_CARDS } from './desk-event'
import type { DeskHub } from './desk-hub'

export const claimCardsInput = z.strictObject({
  stream: z.string().regex(ID_PATTERN),
  /** Comma between ids; empty for none. */
  cards: z.string().max(2_000),
})

/** A moderator takes up cards. Softly: what others hold stays theirs, and everybody hears who has what. */
export const claimCards = async (
  { desk }: { readonly desk: Pick<DeskHub, 'hold'> },
  actor: Actor,
  { stream, cards }: z.infer<typeof claimCardsInput>,
): Promise<Result<void>> => {
  if (actor.kind !== 'user' || !can(actor, 'open.desk')) {
    return fail('forbidden', 'The desk is open to moderators only.')
  }
  const ids = cards === '' ? [] : cards.split(',')
  if (ids.length > MOST_CARDS || !ids.every((id) => ID_PATTERN.test(id))) {
    return fail('invalid', 'These are no comments. Please reload the page.')
  }
  desk.hold(stream, { userId: actor.userId, name: actor.name }, ids)
  return ok(undefined)
}
