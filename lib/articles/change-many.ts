import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { assignArticle } from './assign-article'
import { changeArticleStatus } from './change-article-status'
import { notAllowed } from './find-piece'

const BULK_MOVES = ['return', 'unschedule', 'unpublish', 'trash', 'restore', 'assign'] as const

const AT_ONCE = 50

export const changeManyInput = z.strictObject({
  move: z.enum(BULK_MOVES),
  /** Of `assign`: who looks after them; '' for nobody. */
  assignedTo: z.union([z.literal(''), z.string().regex(ID_PATTERN)]),
  picks: z
    .array(z.strictObject({ articleId: z.string().regex(ID_PATTERN), version: versionField }))
    .max(AT_ONCE, `At most ${AT_ONCE} pieces at once.`),
})

export interface ChangedMany {
  readonly done: number
  /** Left as they were: changed by somebody meanwhile, not this person's, or in a state that has no such move. */
  readonly left: number
}

/**
 * The same move for several pieces, each as if it were the only one: with the version that was seen, under the same
 * policy, with its own line in the log. One that cannot be moved keeps none of the others.
 */
export const changeMany = async (
  deps: Pick<Ports, 'articleStore' | 'accountStore' | 'clock'>,
  actor: Actor,
  { move, assignedTo, picks }: z.infer<typeof changeManyInput>,
): Promise<Result<ChangedMany>> => {
  if (!can(actor, 'open.studio')) return notAllowed(actor, 'The studio is for writers and editors.')
  if (picks.length === 0) return fail('invalid', 'Tick the pieces first.')
  let done = 0
  for (const pick of picks) {
    const changed =
      move === 'assign'
        ? await assignArticle(deps, actor, { ...pick, assignedTo })
        : await changeArticleStatus(deps, actor, { ...pick, move })
    if (changed.ok) done += 1
  }
  return ok({ done, left: picks.length - done })
}
