import { type Page, parseCursor, printCursor } from '../kernel/paging'
import type { Ports } from '../ports'
import type { ArticleCardView } from './article-view'
import type { PieceScope } from './piece-index'
import { presentCard } from './present-article'

export interface LatestRequest {
  readonly limit: number
  /** A cursor of an earlier page; anything else means the first page. */
  readonly after?: string
  /** Left out: all pieces. */
  readonly within?: PieceScope
}

/** Public pieces as lists show them, newest first. */
export const listLatest = async (
  { pieceIndex, clock }: Pick<Ports, 'pieceIndex' | 'clock'>,
  { limit, after = '', within }: LatestRequest,
): Promise<Page<ArticleCardView>> => {
  const found = await pieceIndex.cards(clock.now(), { limit: limit + 1, after: parseCursor(after), within })
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(presentCard),
    next: found.length > limit && last ? printCursor({ at: last.publishedAt, id: last.id }) : null,
  }
}
