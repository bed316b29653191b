import type { ClientFacts } from '../kernel/client-facts'
import type { LimitName } from '../kernel/limits'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'

type Limited = Pick<Ports, 'limits'>
type Point = readonly [name: LimitName, key: string]

const pointsOf = ({ addressBlock }: ClientFacts, articleId: string): readonly Point[] => [
  ['comment.burst', addressBlock],
  ['comment.hour', addressBlock],
  ['comment.article', articleId],
]

/** Takes one point of each limit a new comment is under: two of its address block, one of the piece. */
export const takeCommentLimits = async (
  { limits }: Limited,
  client: ClientFacts,
  articleId: string,
): Promise<Result<void>> => {
  for (const [name, key] of pointsOf(client, articleId)) {
    const taken = await limits.take(name, key)
    if (!taken.ok) return taken
  }
  return ok(undefined)
}

/**
 * Gives points back for a text that came back to its author. A nudge or a slip costs nothing; finding out by the
 * hundred what the checks look at does.
 */
export const giveBackPoints = async (
  { limits }: Limited,
  who: string,
  points: readonly Point[],
): Promise<void> => {
  if (!(await limits.take('comment.retry', who)).ok) return
  for (const [name, key] of points) await limits.giveBack(name, key)
}

/** What `takeCommentLimits` took, for a comment that came back to its author. */
export const giveBackCommentLimits = (deps: Limited, client: ClientFacts, articleId: string): Promise<void> =>
  giveBackPoints(deps, client.addressBlock, pointsOf(client, articleId))
