import type { Instant } from '../kernel/clock'
import type { Ports } from '../ports'
import { archivePath, authorPath, seriesPath, tagPath } from './article-path'
import { periodOf } from './period'
import type { ListMeaning, ListName, PieceListView } from './piece-list'
import { slugify } from './slug'

type Deps = Pick<Ports, 'pieceIndex' | 'pieceTies' | 'clock'>

const MISSING: ListMeaning = { kind: 'missing' }
/** No slug is longer, however it is spelled. */
const LONGEST = 400

const taggedWith = async (
  { pieceIndex }: Deps,
  slug: string,
  now: Instant,
): Promise<PieceListView | null> => {
  const tag = await pieceIndex.tag(slug, now)
  if (!tag) return null
  const { id: tagId, name } = tag
  return { title: { kind: 'tag', name }, path: tagPath(slug), within: { kind: 'tag', tagId } }
}

const writtenBy = async ({ pieceIndex }: Deps, slug: string, now: Instant): Promise<PieceListView | null> => {
  const author = await pieceIndex.author(slug, now)
  if (!author) return null
  const { userId, name, bio } = author
  return { title: { kind: 'author', name, bio }, path: authorPath(slug), within: { kind: 'author', userId } }
}

const partOf = async ({ pieceTies }: Deps, slug: string, now: Instant): Promise<PieceListView | null> => {
  const series = await pieceTies.series(slug, now)
  if (!series) return null
  const { id: seriesId, name } = series
  return { title: { kind: 'series', name }, path: seriesPath(slug), within: { kind: 'series', seriesId } }
}

const publishedIn = async (
  { pieceIndex }: Deps,
  { year, month }: Extract<ListName, { kind: 'period' }>,
  now: Instant,
): Promise<ListMeaning> => {
  const period = periodOf(year, month)
  if (!period) return MISSING
  const { from, until, ...title } = period
  const within = { kind: 'period', from, until } as const
  const [first] = await pieceIndex.cards(now, { limit: 1, within })
  if (!first) return MISSING
  return {
    kind: 'list',
    list: { title: { kind: 'period', ...title }, path: archivePath(title.year, title.month), within },
  }
}

const FIND = { tag: taggedWith, author: writtenBy, series: partOf } as const

/** What the address of a list means now. Another spelling of it leads there in one hop. */
export const findList = async (deps: Deps, name: ListName): Promise<ListMeaning> => {
  const now = deps.clock.now()
  if (name.kind === 'period') return publishedIn(deps, name, now)
  const { kind, slug } = name
  if (slug === '' || slug.length > LONGEST) return MISSING
  const list = await FIND[kind](deps, slug, now)
  if (list) return { kind: 'list', list }
  const usual = slugify(slug)
  const elsewhere = usual === slug ? null : await FIND[kind](deps, usual, now)
  return elsewhere ? { kind: 'moved', path: elsewhere.path } : MISSING
}
