import type { ArticleRecord } from './article'
import { isSlugOf, numberedSlug, slugify } from './slug'

/** The address of a draft that has no title yet. */
export const placeholderSlug = (random: string): string => `piece-${random.slice(0, 8)}`
const PLACEHOLDER = /^piece-[0-9a-z]{8}$/

/**
 * The address a save asks for, or null to leave it. Typed into the field, it counts. Otherwise it follows the title
 * until the piece was first published, unless somebody gave it one of its own before.
 */
export const nextSlug = (
  { article, draft }: ArticleRecord,
  typed: string | undefined,
  title: string,
): string | null => {
  const asked = typed?.trim() ?? ''
  if (asked !== '' && slugify(asked) !== article.slug) return slugify(asked)
  if (article.firstPublishedAt !== null || title === '' || isSlugOf(article.slug, title)) return null
  const follows =
    typed?.trim() === '' || PLACEHOLDER.test(article.slug) || isSlugOf(article.slug, draft.title)
  return follows ? slugify(title) : null
}

const TRIES = 20

/** Addresses to try until one is free: the wish, numbered, and at last one that nobody can have. */
export function* slugCandidates(wish: string, random: string): Generator<string> {
  for (let number = 1; number <= TRIES; number += 1) yield numberedSlug(wish, number)
  yield `${numberedSlug(wish, 1).slice(0, 60)}-${random.slice(0, 8)}`
}
