import { authorPath, seriesPath, tagPath } from '../articles/article-path'
import { seriesNamed } from '../articles/piece-links'
import { tagsNamed } from '../articles/tags'
import type { Ports } from '../ports'

const FILES = ['feed.xml', 'atom.xml', 'feed.json'] as const

/**
 * Whole addresses of the feeds a piece stands in, or stood in until it was taken down: the publication's own and those
 * of its tags, series and authors; none for a page. A list it has left meanwhile is not among them: nothing is new there.
 */
export const topicsOf = async (
  { articleStore }: Pick<Ports, 'articleStore'>,
  articleId: string,
  origin: string,
): Promise<readonly string[]> => {
  const piece = await articleStore.find(articleId)
  if (!piece || piece.article.kind === 'page') return []
  const { live, bylines } = piece
  const series = live && seriesNamed(live.series)
  const lists = [
    '',
    ...tagsNamed(live?.tags ?? []).map(({ slug }) => tagPath(slug)),
    ...(series ? [seriesPath(series.slug)] : []),
    ...bylines.map(({ slug }) => authorPath(slug)),
  ]
  return lists.flatMap((list) => FILES.map((file) => `${origin}${list}/${file}`))
}
