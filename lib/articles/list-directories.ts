import type { Ports } from '../ports'
import { archivePath, authorPath, seriesPath, tagPath } from './article-path'
import type { AuthorEntryView, EntryView, YearView } from './directory-view'

type Deps = Pick<Ports, 'pieceIndex' | 'clock'>

/** A page of more would be no directory; what is left out are the least used. */
const AT_MOST = 1_000
const byName = new Intl.Collator('en', { numeric: true }).compare

/** Everything pieces are about, by name. */
export const listTags = async ({ pieceIndex, clock }: Deps): Promise<readonly EntryView[]> => {
  const tags = await pieceIndex.tags(clock.now(), AT_MOST)
  return tags
    .map(({ slug, name, pieces }) => ({ path: tagPath(slug), name, pieces }))
    .sort((a, b) => byName(a.name, b.name))
}

/** Everything that came out in parts, by name. */
export const listSeries = async ({
  pieceTies,
  clock,
}: Pick<Ports, 'pieceTies' | 'clock'>): Promise<readonly EntryView[]> => {
  const series = await pieceTies.allSeries(clock.now(), AT_MOST)
  return series
    .map(({ slug, name, pieces }) => ({ path: seriesPath(slug), name, pieces }))
    .sort((a, b) => byName(a.name, b.name))
}

/** Everybody with a public piece, by name. */
export const listAuthors = async ({ pieceIndex, clock }: Deps): Promise<readonly AuthorEntryView[]> => {
  const authors = await pieceIndex.authors(clock.now(), AT_MOST)
  return authors
    .map(({ slug, name, bio, pieces }) => ({ path: authorPath(slug), name, bio, pieces }))
    .sort((a, b) => byName(a.name, b.name))
}

/** The years and months in which something came out, newest first. */
export const listMonths = async ({ pieceIndex, clock }: Deps): Promise<readonly YearView[]> => {
  const months = await pieceIndex.months(clock.now())
  const years = [...new Set(months.map(({ year }) => year))]
  return years.map((year) => {
    const own = months.filter((one) => one.year === year)
    return {
      path: archivePath(year, null),
      year,
      pieces: own.reduce((sum, { pieces }) => sum + pieces, 0),
      months: own.map(({ month, pieces }) => ({ path: archivePath(year, month), month, pieces })),
    }
  })
}
