import type { Actor } from '../kernel/actor'
import type { Ports } from '../ports'
import { readerKey } from '../accounts/reader-key'

/** Ids of the comments under a piece that this reader recommends: for their own page only. */
export const listRecommended = async (
  { recommendStore }: Pick<Ports, 'recommendStore'>,
  actor: Actor,
  { articleId }: { readonly articleId: string },
): Promise<readonly string[]> => {
  const key = readerKey(actor)
  return key === null ? [] : recommendStore.recommendedBy(key, articleId)
}
