import type { Ports } from '../ports'
import { piecePath } from './article-path'

/** Where a piece stands now, site-relative; null for one that is not public. */
export const addressOf = async (
  { articleReader, clock }: Pick<Ports, 'articleReader' | 'clock'>,
  { articleId }: { readonly articleId: string },
): Promise<string | null> => {
  const piece = await articleReader.readById(articleId, clock.now())
  return piece && piecePath(piece)
}
