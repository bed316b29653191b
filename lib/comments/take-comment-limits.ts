import type { ClientFacts } from '../kernel/client-facts'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'

/** Takes one point of each limit a new comment is under: two of its address block, one of the piece. */
export const takeCommentLimits = async (
  { limits }: Pick<Ports, 'limits'>,
  { addressBlock }: ClientFacts,
  articleId: string,
): Promise<Result<void>> => {
  for (const [name, key] of [
    ['comment.burst', addressBlock],
    ['comment.hour', addressBlock],
    ['comment.article', articleId],
  ] as const) {
    const taken = await limits.take(name, key)
    if (!taken.ok) return taken
  }
  return ok(undefined)
}
