import { piecePath } from '../articles/article-path'
import { picturesIn } from '../articles/document/pictures-in'
import { pictureSources } from '../media/picture-sources'
import type { Ports } from '../ports'
import type { SitemapPieceView } from './feed-view'

/** Pieces in one file of the map: far below what the protocol allows (50,000), so that each is made in a moment. */
const PART = 1_000

type Deps = Pick<Ports, 'feedReader' | 'clock'>

/** The files of the map, numbered from 1: for each, when something in it changed last. */
export const listSitemaps = async ({ feedReader, clock }: Deps): Promise<readonly string[]> =>
  (await feedReader.sitemapParts(clock.now(), PART)).map((at) => new Date(at).toISOString())

/** The public pieces of one file of the map, oldest first; empty where there is no such file. */
export const listSitemap = async (
  { feedReader, clock }: Deps,
  { number }: { readonly number: number },
): Promise<readonly SitemapPieceView[]> => {
  const rows = await feedReader.sitemapPart(clock.now(), { part: number - 1, size: PART })
  return rows.map(({ html, cover, changedAt, ...piece }) => ({
    path: piecePath(piece),
    changedAt: new Date(changedAt).toISOString(),
    images: [...(cover ? [pictureSources(cover.picture).src] : []), ...picturesIn(html)],
  }))
}
