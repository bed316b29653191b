import type { ArticleRecord, ArticleRevision } from '../articles/article'
import { authorPath, seriesPath, tagPath } from '../articles/article-path'
import { seriesNamed } from '../articles/piece-links'
import { tagsNamed } from '../articles/tags'
import type { Instant } from '../kernel/clock'
import type { Ports } from '../ports'

const FILES = ['feed.xml', 'atom.xml', 'feed.json'] as const

/** The text readers see, or saw last; null while another one is frozen for later, or was: of that one nobody is told. */
const seenText = ({ article, live }: ArticleRecord, now: Instant): ArticleRevision | null =>
  article.publishedAt !== null && article.publishedAt <= now ? live : null

/**
 * Whole addresses of the feeds a piece stands in, or stood in until it was taken down: the publication's own and those
 * of its tags, series and authors; none for a page. A list it has left meanwhile is not among them: nothing is new there.
 */
export const topicsOf = async (
  { articleStore, clock }: Pick<Ports, 'articleStore' | 'clock'>,
  articleId: string,
  origin: string,
): Promise<readonly string[]> => {
  const piece = await articleStore.find(articleId)
  if (!piece || piece.article.kind === 'page') return []
  const text = seenText(piece, clock.now())
  const series = text && seriesNamed(text.series)
  const lists = [
    '',
    ...tagsNamed(text?.tags ?? []).map(({ slug }) => tagPath(slug)),
    ...(series ? [seriesPath(series.slug)] : []),
    ...piece.bylines.map(({ slug }) => authorPath(slug)),
  ]
  return lists.flatMap((list) => FILES.map((file) => `${origin}${list}/${file}`))
}
