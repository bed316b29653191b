import type { Ports } from '../ports'
import type { SlugMeaning } from './article-reader'
import { slugify } from './slug'

const MISSING: SlugMeaning = { kind: 'missing' }
/** No slug is longer, however it is spelled. */
const LONGEST = 400

/**
 * What an address means now. One in another spelling (capitals, decomposed letters, `_`) leads to the piece, in one
 * hop; it never tells more than the right spelling would.
 */
export const resolveSlug = async (
  { articleReader, clock }: Pick<Ports, 'articleReader' | 'clock'>,
  { slug }: { readonly slug: string },
): Promise<SlugMeaning> => {
  if (slug === '' || slug.length > LONGEST) return MISSING
  const now = clock.now()
  const usual = slugify(slug)
  if (usual === slug) return articleReader.meaningOf(slug, now)
  const meaning = await articleReader.meaningOf(usual, now)
  return meaning.kind === 'public' ? { kind: 'moved', slug: usual } : meaning
}
