import { canonicalText, codePoints } from '../kernel/canonical-text'
import type { Tag } from './article'
import { slugify } from './slug'
import { tagSlug } from './tags'

/** Code points. */
const LONGEST_SERIES = 80
const LONGEST_URL = 500

const LETTER = /[\p{L}\p{N}]/u
const line = (text: string): string => canonicalText(text, { singleLine: true })

/** What a piece is a part of, as readers find it; null for nothing. What has the same address is the same series. */
export const seriesNamed = (name: string): Tag | null => (name === '' ? null : { slug: tagSlug(name), name })

/** A typed name of a series, tidied, and what is wrong with it in a sentence for its field. */
export const readSeries = (typed: string): { readonly name: string; readonly problem: string | null } => {
  const name = line(typed)
  if (name !== '' && !LETTER.test(name))
    return { name, problem: `“${name}” has no letter in it. Use words, such as The ferry.` }
  const isLong = codePoints(name) > LONGEST_SERIES
  return { name, problem: isLong ? `Please shorten this to ${LONGEST_SERIES} characters.` : null }
}

const ORIGINAL_HELP = 'Write the address of the original piece, for example /articles/the-tide-table.'

/** The slug in an address of ours (whole, its path, or the slug alone). */
export const readOriginal = (typed: string): { readonly slug: string; readonly problem: string | null } => {
  const text = line(typed)
  if (text === '') return { slug: '', problem: null }
  const found = /^(?:(?:https?:\/\/[^/\s]+)?\/articles\/)?([^/\s?#]+?)(?:\.md)?(?:[?#].*)?$/i.exec(text)?.[1]
  if (found === undefined) return { slug: text, problem: ORIGINAL_HELP }
  try {
    const slug = decodeURIComponent(found)
    return LETTER.test(slug) ? { slug: slugify(slug), problem: null } : { slug, problem: ORIGINAL_HELP }
  } catch {
    return { slug: text, problem: ORIGINAL_HELP }
  }
}

/** Where a piece stood first; '' for here. */
export const readCanonical = (typed: string): { readonly url: string; readonly problem: string | null } => {
  const text = line(typed)
  if (text === '') return { url: '', problem: null }
  const url = URL.canParse(text) ? new URL(text) : null
  const isWhole = url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password
  if (!isWhole || url.href.length > LONGEST_URL)
    return { url: text, problem: 'Write a whole address, for example https://elsewhere.example/the-piece.' }
  return { url: url.href, problem: null }
}
