import type { Instant } from '../kernel/clock'
import type { Ports } from '../ports'
import { closesAt } from './closes-at'

/** When the thread of a public piece will be closed; null when it is already, or no moment is set. */
export const closingOf = async (
  { articleReader, settingsStore, clock }: Pick<Ports, 'articleReader' | 'settingsStore' | 'clock'>,
  { slug }: { readonly slug: string },
): Promise<Instant | null> => {
  const now = clock.now()
  const [piece, { settings }] = await Promise.all([
    articleReader.commentable(slug, now),
    settingsStore.read(),
  ])
  const at = piece && closesAt(piece, settings)
  return at !== null && at > now ? at : null
}
