import { canonicalText, codePoints } from '../kernel/canonical-text'
import type { Tag } from './article'
import { slugify } from './slug'

const TAGS_AT_MOST = 10
/** Code points. */
const LONGEST = 40

const SEPARATOR = /[,،、，\n]/u
const LETTER = /[\p{L}\p{N}]/u

/** "C", "C++" and "C#" are three things. */
const spelled = (name: string): string => name.replace(/\+/g, ' plus ').replace(/#/g, ' sharp ')

/** The last part of a tag's address; two spellings of one name have the same. */
export const tagSlug = (name: string): string => slugify(spelled(name))

/** Names as readers find them. What has the same address is the same tag: the first spelling counts. */
export const tagsNamed = (names: readonly string[]): readonly Tag[] => {
  const tags = new Map<string, Tag>()
  for (const name of names) {
    const slug = tagSlug(name)
    if (!tags.has(slug)) tags.set(slug, { slug, name })
  }
  return [...tags.values()]
}

/** Names of tags as they stand in their field. */
export const printTags = (names: readonly string[]): string => names.join(', ')

/** Somebody used to other places types `#boats`. */
const nameOf = (typed: string): string =>
  canonicalText(typed, { singleLine: true }).replace(/^#\s*(?=[\p{L}\p{N}])/u, '')

/** What was typed between commas: names, each once, and null or a sentence that says what is wrong. */
export const readTags = (
  typed: string,
): { readonly names: readonly string[]; readonly problem: string | null } => {
  const given = typed
    .split(SEPARATOR)
    .map(nameOf)
    .filter((name) => name !== '')
  const names = tagsNamed(given).map(({ name }) => name)
  const nameless = given.find((name) => !LETTER.test(name))
  const long = names.find((name) => codePoints(name) > LONGEST)
  if (nameless !== undefined)
    return { names, problem: `“${nameless}” has no letter in it. Use words, such as boats.` }
  if (long !== undefined) return { names, problem: `Please shorten “${long}” to ${LONGEST} characters.` }
  return {
    names,
    problem:
      names.length > TAGS_AT_MOST
        ? `These are ${names.length} tags. Please keep at most ${TAGS_AT_MOST}.`
        : null,
  }
}
