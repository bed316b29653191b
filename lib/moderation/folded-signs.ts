import { foldSign } from '../kernel/fold-text'

/** A text as words are searched in it, with the way back. */
export interface FoldedSigns {
  readonly signs: readonly string[]
  /** For each sign, where its original begins and ends (UTF-16 units). */
  readonly places: readonly (readonly [start: number, end: number])[]
}

/** Folds sign by sign, so that every match can be shown in the text as it was typed. */
export const foldSigns = (text: string): FoldedSigns => {
  const signs: string[] = []
  const places: (readonly [number, number])[] = []
  let start = 0
  for (const original of text) {
    const end = start + original.length
    for (const sign of foldSign(original)) {
      const isBlank = /\s/u.test(sign)
      if (isBlank && (signs.length === 0 || signs.at(-1) === ' ')) continue
      signs.push(isBlank ? ' ' : sign)
      places.push([start, end])
    }
    start = end
  }
  return { signs, places }
}

/** A listed word or phrase as it is searched. Empty when nothing of it is left. */
export const foldWord = (word: string): readonly string[] => foldSigns(word.trim()).signs

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** The same signs with digits read as the letters they imitate, inside words that hold a letter (a number stays one). */
export const readLeet = (signs: readonly string[]): readonly string[] =>
  signs
    .join('\u0000')
    .replace(/(?:[\p{L}\p{N}@$]\u0000?)+/gu, (run) =>
      /\p{L}/u.test(run) ? run.replace(/[013457@$]/g, (sign) => LEET[sign] ?? sign) : run,
    )
    .split('\u0000')
