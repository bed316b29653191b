import type { PublicArticle } from '../articles/article'
import type { Instant } from '../kernel/clock'
import type { Ports } from '../ports'

/** The public piece at this address, also by an earlier address: a form may be older than the address. */
export const openPiece = async (
  { articleReader }: Pick<Ports, 'articleReader'>,
  slug: string,
  now: Instant,
): Promise<PublicArticle | null> => {
  const meaning = await articleReader.meaningOf(slug, now)
  if (meaning.kind === 'moved') return articleReader.read(meaning.slug, now)
  return meaning.kind === 'public' ? articleReader.readById(meaning.articleId, now) : null
}
