import { foldWord } from './fold-word'
import { stemmerOf } from './stem'

/** A word of a text: where it stands (UTF-16 units, [start, end)), how it is written there, and what it is a form of. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Folded. */
  readonly form: string
  /** Folded. */
  readonly stem: string
  /** Two letters of a run that is written without blanks: a part of a word, and no word. */
  readonly isPart: boolean
}

/** Longer than any word: the rest of a token counts for nothing. */
const TOKEN_MAX = 40

const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** Scripts that put no blank between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu
const LATIN = /^[\p{Script=Latin}\p{N}]*$/u

function* pairs(run: string, start: number): Generator<Token> {
  const letters = [...run]
  let at = start
  for (const [index, letter] of letters.entries()) {
    const pair = letter + (letters[index + 1] ?? '')
    // The last letter stands in the last pair, unless it is the only one.
    if (index > 0 && index === letters.length - 1) return
    const form = foldWord(pair)
    yield { start: at, end: at + pair.length, form, stem: form, isPart: true }
    at += letter.length
  }
}

/**
 * The words of a text, in order. Where a script puts no blanks between words, every two neighbouring letters are a
 * token: a word is then found as their sequence, however anybody would have parted the text.
 */
export function* tokensOf(text: string, language: string): Generator<Token> {
  const stem = stemmerOf(language)
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (LATIN.test(word)) {
      yield tokenOf(word, index, stem)
      continue
    }
    let done = 0
    for (const { 0: run, index: within } of word.matchAll(UNSPACED)) {
      if (within > done) yield tokenOf(word.slice(done, within), index + done, stem)
      yield* pairs(run, index + within)
      done = within + run.length
    }
    if (done < word.length) yield tokenOf(word.slice(done), index + done, stem)
  }
}

const cut = (token: string): string => (token.length > TOKEN_MAX ? token.slice(0, TOKEN_MAX) : token)

const tokenOf = (word: string, start: number, stem: (word: string) => string): Token => {
  const known = cut(word)
  return {
    start,
    end: start + word.length,
    form: cut(foldWord(known)),
    stem: cut(stem(known)),
    isPart: false,
  }
}
