import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import { decideCard, decideCardInput } from './decide-card'
import { featureComment, featureCommentInput } from './feature-comment'
import { undoByKey, undoByKeyInput } from './undo-by-key'

/** A page of the desk holds twenty cards; a browser sends so much at most while its page is left. */
export const ERRANDS_MAX = 60

const errand = z.discriminatedUnion('do', [
  /** `takenBack`: it was undone before anybody heard of it. */
  z.strictObject({ do: z.literal('decide'), what: decideCardInput, takenBack: z.boolean() }),
  z.strictObject({ do: z.literal('undo'), what: undoByKeyInput }),
  z.strictObject({ do: z.literal('pick'), what: featureCommentInput }),
])
type Errand = z.output<typeof errand>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const errandsInput = z.strictObject({
  /** JSON: what was done, in its order. */
  errands: z.string().max(60_000).transform(parsed).pipe(z.array(errand).max(ERRANDS_MAX)),
})

type Deps = Parameters<typeof decideCard>[0] &
  Parameters<typeof undoByKey>[0] &
  Parameters<typeof featureComment>[0]

const run = async (deps: Deps, actor: Actor, one: Errand): Promise<boolean> => {
  if (one.do === 'undo') return (await undoByKey(deps, actor, one.what)).ok
  if (one.do === 'pick') return (await featureComment(deps, actor, one.what)).ok
  const decided = await decideCard(deps, actor, one.what)
  if (!decided.ok || !one.takenBack) return decided.ok
  return (await undoByKey(deps, actor, decided.value)).ok
}

/**
 * What a moderator did on a page of the desk that they have left before it was answered. Each stands alone, and some may have
 * arrived before: what is so already stays so, and what cannot be any more is left, for nobody is there to be told.
 */
export const runErrands = async (
  deps: Deps,
  actor: Actor,
  { errands }: z.output<typeof errandsInput>,
): Promise<Result<{ readonly done: number }>> => {
  if (!can(actor, 'open.desk')) return fail('forbidden', 'The desk is open to moderators only.')
  let done = 0
  // One after the other: an undo comes behind what it undoes.
  for (const one of errands) if (await run(deps, actor, one)) done += 1
  return ok({ done })
}
