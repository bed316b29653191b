import { readLanguage } from '../kernel/language'

/** A language the desk can be narrowed to. */
export interface LanguageChoice {
  readonly tag: string
  /** As moderators read it: "German (de)". */
  readonly name: string
}

/**
 * Of these tags what a language means: itself and its varieties (`de` is also `de-AT`, not `den`: RFC 4647, basic filtering).
 * None for what is no language tag.
 */
export const varietiesOf = (asked: string, tags: readonly string[]): readonly string[] => {
  const range = readLanguage(asked)
  return range === null ? [] : tags.filter((tag) => tag === range || tag.startsWith(`${range}-`))
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

const printed = (tag: string): string => {
  const name = readLanguage(tag) === null ? undefined : names.of(tag)
  return name === undefined ? tag : `${name} (${tag})`
}

/** What there is to choose from where pieces are in these languages: each, and what several are varieties of. */
export const languageChoices = (tags: readonly string[]): readonly LanguageChoice[] => {
  const bases = tags.map((tag) => tag.split('-')[0] ?? tag)
  const shared = bases.filter((base, index) => bases.indexOf(base) !== index)
  return [...new Set([...tags, ...shared])]
    .map((tag) => ({ tag, name: printed(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
