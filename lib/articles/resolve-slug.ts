import type { Ports } from '../ports'
import type { ArticleKind } from './article-kind'
import type { SlugMeaning } from './article-reader'
import { slugify } from './slug'

const MISSING: SlugMeaning = { kind: 'missing' }
/** No slug is longer, however it is spelled. */
const LONGEST = 400

/** A page asked for among the pieces is at the root; a piece asked for at the root is nowhere. */
const asAskedFor = (meaning: SlugMeaning, slug: string, at: ArticleKind): SlugMeaning => {
  if (meaning.kind === 'missing' || meaning.of === at) return meaning
  if (at === 'page') return MISSING
  return meaning.kind === 'public' ? { kind: 'moved', slug, of: 'page' } : meaning
}

/**
 * What an address means now. One in another spelling (capitals, decomposed letters, `_`) leads to the piece, in one
 * hop; it never tells more than the right spelling would.
 */
export const resolveSlug = async (
  { articleReader, clock }: Pick<Ports, 'articleReader' | 'clock'>,
  {
    slug,
    at,
  }: {
    readonly slug: string
    /** Where it was asked for: below /articles, or at the root. Left out: it does not matter. */
    readonly at?: ArticleKind
  },
): Promise<SlugMeaning> => {
  if (slug === '' || slug.length > LONGEST) return MISSING
  const now = clock.now()
  const usual = slugify(slug)
  const known = await articleReader.meaningOf(usual, now)
  const meaning = at === undefined ? known : asAskedFor(known, usual, at)
  return usual !== slug && meaning.kind === 'public'
    ? { kind: 'moved', slug: usual, of: meaning.of }
    : meaning
}
