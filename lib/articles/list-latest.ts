import { type Page, parseCursor, printCursor } from '../kernel/paging'
import type { Ports } from '../ports'
import type { ArticleCardView } from './article-view'
import { presentCard } from './present-article'

export interface LatestRequest {
  readonly limit: number
  /** A cursor of an earlier page; anything else means the first page. */
  readonly after?: string
  /** Leaves one piece out, by id. */
  readonly except?: string
}

/** Public pieces, newest first. */
export const listLatest = async (
  { articleReader, clock }: Pick<Ports, 'articleReader' | 'clock'>,
  { limit, after = '', except }: LatestRequest,
): Promise<Page<ArticleCardView>> => {
  const found = await articleReader.latest(clock.now(), {
    limit: limit + 1,
    after: parseCursor(after),
    except,
  })
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(presentCard),
    next: found.length > limit && last ? printCursor({ at: last.publishedAt, id: last.id }) : null,
  }
}
