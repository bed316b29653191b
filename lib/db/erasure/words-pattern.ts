/** Shorter ones are words of their own: nobody’s notes are to lose every "Al". */
const SHORTEST = 4
/** What stands in their place. */
export const MARK = '[erased]'

const PATTERN = /[.*+?^${}()|[\]\\]/g
const literally = (word: string): string => word.replace(PATTERN, String.raw`\$&`)

const LETTER = String.raw`[\p{L}\p{M}\p{N}]`
/** `ann@x.org` is no part of `jo-ann@x.org`, nor of `ann@x.org.example`. */
const mail = (word: string): string =>
  String.raw`(?<!${LETTER}|[._+-])${literally(word)}(?!${LETTER}|[.-]${LETTER})`
/** A name is a word by itself; in somebody else's address it is that address. */
const name = (word: string): string =>
  String.raw`(?<!${LETTER}|@[\p{L}\p{N}.-]*)${literally(word)}(?!${LETTER}|@)`

/** The names and addresses that are worth looking for, the longest first: "Ann Lee" goes before "Anna". */
export const wordsToWipe = (given: readonly string[]): readonly string[] =>
  [...new Set(given)].filter((word) => word.length >= SHORTEST).sort((a, b) => b.length - a.length)

/** Any of these where it is written as a word by itself, whatever the case of its letters. Null: there are none. */
export const wordsPattern = (words: readonly string[]): RegExp | null =>
  words.length === 0
    ? null
    : new RegExp(words.map((word) => (word.includes('@') ? mail(word) : name(word))).join('|'), 'giu')
