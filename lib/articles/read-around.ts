import type { Ports } from '../ports'
import type { PublicCard } from './article'
import { seriesPath } from './article-path'
import type { ArticleCardView, ArticleView, SeriesPlaceView } from './article-view'
import { presentCard } from './present-article'
import { similarities } from './similarity'

/** What a reader may go on with. */
export interface AroundView {
  /** Best first. */
  readonly related: readonly ArticleCardView[]
  readonly earlier: ArticleCardView | null
  readonly later: ArticleCardView | null
  /** Null for a piece that is a part of nothing. */
  readonly series: SeriesPlaceView | null
  /** The same piece in other languages, one of each. */
  readonly translations: readonly ArticleCardView[]
}

type Deps = Pick<Ports, 'pieceIndex' | 'pieceTies' | 'clock'>
type Piece = Pick<ArticleView, 'id' | 'kind' | 'title' | 'plainText' | 'language' | 'publishedAt'>

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

const seriesOf = async ({ pieceTies, clock }: Deps, { id }: Piece): Promise<SeriesPlaceView | null> => {
  const place = await pieceTies.placeInSeries(id, clock.now())
  if (!place) return null
  const { series, part, parts, earlier, later } = place
  return {
    ...{ name: series.name, path: seriesPath(series.slug), part, parts },
    ...{ earlier: earlier && presentCard(earlier), later: later && presentCard(later) },
  }
}

const inOtherLanguages = async (
  { pieceTies, clock }: Deps,
  { id, language }: Piece,
): Promise<readonly ArticleCardView[]> => {
  const others = await pieceTies.translations(id, clock.now())
  return others
    .filter(
      (one, i) => one.language !== language && others.findIndex((o) => o.language === one.language) === i,
    )
    .map(presentCard)
}

/**
 * Related pieces by tags, then by words, the pieces that came out right before and after, the piece's place in its
 * series, and what it is in other languages.
 */
export const readAround = async (deps: Deps, piece: Piece): Promise<AroundView> => {
  // A page stands in no list, so nothing stands before or after it.
  if (piece.kind === 'page')
    return {
      ...{ related: [], earlier: null, later: null, series: null },
      translations: await inOtherLanguages(deps, piece),
    }
  const place = { at: Date.parse(piece.publishedAt), id: piece.id }
  const [alike, { earlier, later }, series, translations] = await Promise.all([
    related(deps, piece),
    deps.pieceIndex.neighbours(place, deps.clock.now()),
    seriesOf(deps, piece),
    inOtherLanguages(deps, piece),
  ])
  return {
    related: alike.map(presentCard),
    earlier: earlier && presentCard(earlier),
    later: later && presentCard(later),
    ...{ series, translations },
  }
}
