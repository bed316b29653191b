import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { assignArticle } from './assign-article'
import { changeArticleStatus } from './change-article-status'
import { featureArticle } from './feature-article'
import { notAllowed } from './find-piece'

const BULK_MOVES = [
  'return',
  'unschedule',
  'unpublish',
  'trash',
  'restore',
  'assign',
  'feature',
  'unfeature',
] as const

const AT_ONCE = 50

export const changeManyInput = z.strictObject({
  move: z.enum(BULK_MOVES),
  /** Of `assign`: who looks after them; '' for nobody. */
  assignedTo: z.union([z.literal(''), z.string().regex(ID_PATTERN)]),
  picks: z
    .array(z.strictObject({ articleId: z.string().regex(ID_PATTERN), version: versionField }))
    .max(AT_ONCE, `At most ${AT_ONCE} pieces at once.`),
})

/** How many of the chosen pieces were changed, and how many were not. */
export interface ChangedMany {
  readonly done: number
  /** Left as they were: changed by somebody meanwhile, not this person's, or in a state that has no such move. */
  readonly left: number
}

type Deps = Pick<Ports, 'articleStore' | 'accountStore' | 'clock'>
type Ticked = { readonly articleId: string; readonly version: number; readonly assignedTo: string }

const moveOne = (
  deps: Deps,
  actor: Actor,
  move: (typeof BULK_MOVES)[number],
  { assignedTo, ...pick }: Ticked,
): Promise<Result<{ version: number }>> => {
  switch (move) {
    case 'assign':
      return assignArticle(deps, actor, { ...pick, assignedTo })
    case 'feature':
    case 'unfeature':
      return featureArticle(deps, actor, { ...pick, featured: move === 'feature' })
    default:
      return changeArticleStatus(deps, actor, { ...pick, move })
  }
}

/**
 * The same move for several pieces, each as if it were the only one: with the version that was seen, under the same
 * policy, with its own line in the log. One that cannot be moved keeps none of the others.
 */
export const changeMany = async (
  deps: Deps,
  actor: Actor,
  { move, assignedTo, picks }: z.infer<typeof changeManyInput>,
): Promise<Result<ChangedMany>> => {
  if (!can(actor, 'open.studio')) return notAllowed(actor, 'The studio is for writers and editors.')
  if (picks.length === 0) return fail('invalid', 'Tick the pieces first.')
  let done = 0
  for (const pick of picks) {
    if ((await moveOne(deps, actor, move, { ...pick, assignedTo })).ok) done += 1
  }
  return ok({ done, left: picks.length - done })
}
