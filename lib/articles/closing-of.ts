import type { Instant } from '../kernel/clock'
import type { Ports } from '../ports'

/** When the thread of a public piece will be closed; null when it is already, or no moment is set. */
export const closingOf = async (
  { articleReader, clock }: Pick<Ports, 'articleReader' | 'clock'>,
  { slug }: { readonly slug: string },
): Promise<Instant | null> => {
  const now = clock.now()
  const closesAt = (await articleReader.commentable(slug, now))?.commentsCloseAt ?? null
  return closesAt !== null && closesAt > now ? closesAt : null
}
