import type { Ports } from '../ports'
import type { PublicCard } from './article'
import type { ArticleCardView, ArticleView } from './article-view'
import { presentCard } from './present-article'
import { similarities } from './similarity'

/** What a reader may go on with. */
export interface AroundView {
  /** Best first. */
  readonly related: readonly ArticleCardView[]
  readonly earlier: ArticleCardView | null
  readonly later: ArticleCardView | null
}

type Piece = Pick<ArticleView, 'id' | 'title' | 'plainText' | 'language' | 'publishedAt'>

const RELATED = 3
/** Looked at: the pieces with most tags in common, and the newest. */
const BY_TAG = 20
const NEWEST = 40
/** One tag in common says more than words that happen to be the same. */
const TAG_WEIGHT = 3
/** Whoever reads one language reads on in it. */
const LANGUAGE_WEIGHT = 1

const related = async (
  { pieceIndex, clock }: Pick<Ports, 'pieceIndex' | 'clock'>,
  piece: Piece,
): Promise<readonly PublicCard[]> => {
  const now = clock.now()
  const [sharing, newest] = await Promise.all([
    pieceIndex.sharingTags(piece.id, now, BY_TAG),
    pieceIndex.cards(now, { limit: NEWEST }),
  ])
  const shared = new Map(sharing.map(({ card, shared: tags }) => [card.id, tags]))
  const others = newest.filter(({ id }) => id !== piece.id && !shared.has(id))
  const candidates = [...sharing.map(({ card }) => card), ...others]
  const alike = similarities(`${piece.title} ${piece.plainText}`, candidates)
  return candidates
    .map((card, index) => ({
      card,
      score:
        TAG_WEIGHT * (shared.get(card.id) ?? 0) +
        (alike[index] ?? 0) +
        (card.language === piece.language ? LANGUAGE_WEIGHT : 0),
    }))
    .sort((a, b) => b.score - a.score || b.card.publishedAt - a.card.publishedAt)
    .slice(0, RELATED)
    .map(({ card }) => card)
}

/** Related pieces by tags, then by words, and the pieces that came out right before and after. */
export const readAround = async (
  deps: Pick<Ports, 'pieceIndex' | 'clock'>,
  piece: Piece,
): Promise<AroundView> => {
  const place = { at: Date.parse(piece.publishedAt), id: piece.id }
  const [alike, { earlier, later }] = await Promise.all([
    related(deps, piece),
    deps.pieceIndex.neighbours(place, deps.clock.now()),
  ])
  return {
    related: alike.map(presentCard),
    earlier: earlier && presentCard(earlier),
    later: later && presentCard(later),
  }
}
