import type { Ports } from '../ports'
import type { ArticleCardView } from './article-view'
import { presentCard } from './present-article'

/** A series of more is read by its feed. */
const AT_MOST = 500

/** The parts of a series in their order, oldest first. */
export const listParts = async (
  { pieceTies, clock }: Pick<Ports, 'pieceTies' | 'clock'>,
  { seriesId }: { readonly seriesId: string },
): Promise<readonly ArticleCardView[]> =>
  (await pieceTies.parts(seriesId, clock.now(), AT_MOST)).map(presentCard)
