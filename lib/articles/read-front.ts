import { printCursor } from '../kernel/paging'
import type { Ports } from '../ports'
import { tagPath } from './article-path'
import type { ArticleCardView } from './article-view'
import { presentCard } from './present-article'

/** Older pieces about one thing, below the newest of all. */
export interface SectionView {
  readonly name: string
  readonly path: string
  readonly pieces: readonly ArticleCardView[]
}

/** What stands on the front page. */
export interface FrontView {
  /** The newest pieces; the first is the lead. */
  readonly pieces: readonly ArticleCardView[]
  /** What editors have chosen, last chosen first; it stands right below the lead. */
  readonly featured: readonly ArticleCardView[]
  readonly sections: readonly SectionView[]
  /** Cursor of the page after this one's `pieces`. */
  readonly next: string | null
}

const NEWEST = 7
/** Pieces that are held at the top at once. */
const PINNED = 3
const FEATURED = 3
const SECTIONS = 3
const IN_A_SECTION = 3
/** A section of one is no section. */
const AT_LEAST = 2
/** Tags looked at: those that the newest pieces have most often. */
const CANDIDATES = 8
const LATELY = 200

/** The front page: what is new, then sections of what is written about most these days. Nothing stands on it twice. */
export const readFront = async ({
  pieceIndex,
  clock,
}: Pick<Ports, 'pieceIndex' | 'clock'>): Promise<FrontView> => {
  const now = clock.now()
  const [found, pinned, chosen, tags] = await Promise.all([
    pieceIndex.cards(now, { limit: NEWEST + 1 }),
    pieceIndex.pinned(now, PINNED),
    pieceIndex.featured(now, FEATURED + 1),
    pieceIndex.tags(now, CANDIDATES, LATELY),
  ])
  const newest = found.slice(0, NEWEST)
  const last = newest.at(-1)
  const held = new Set(pinned.map(({ id }) => id))
  const [lead, ...rest] = [...pinned, ...newest.filter(({ id }) => !held.has(id))]
  const featured = chosen.filter(({ id }) => id !== lead?.id).slice(0, FEATURED)
  const first = new Set([...held, ...featured.map(({ id }) => id)])
  const pieces = [
    ...(lead ? [lead] : []),
    ...rest.filter((piece) => !featured.some(({ id }) => id === piece.id)),
  ]
  const shownFirst = { pieces: pieces.map(presentCard), featured: featured.map(presentCard) }
  if (found.length <= NEWEST || !last) return { ...shownFirst, sections: [], next: null }

  const place = { at: last.publishedAt, id: last.id }
  // Each list is long enough to lose all that stands in the sections above it.
  const limit = SECTIONS * IN_A_SECTION
  const lists = await Promise.all(
    tags.map(({ id: tagId }) =>
      pieceIndex.cards(now, { limit, after: place, within: { kind: 'tag', tagId } }),
    ),
  )
  const shown = new Set(first)
  const sections: SectionView[] = []
  for (const [index, { slug, name }] of tags.entries()) {
    const fresh = (lists[index] ?? []).filter(({ id }) => !shown.has(id)).slice(0, IN_A_SECTION)
    if (fresh.length < AT_LEAST || sections.length === SECTIONS) continue
    for (const { id } of fresh) shown.add(id)
    sections.push({ name, path: tagPath(slug), pieces: fresh.map(presentCard) })
  }
  return { ...shownFirst, sections, next: printCursor(place) }
}
