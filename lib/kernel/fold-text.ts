import { isAscii } from './canonical-text'
import { latinLookalike } from './lookalikes'

// Marks that decorate a letter of any script (accents, Arabic vowel signs), but neither the vowel signs that make
// Indic words nor the Japanese voicing marks, without which different words would become one. What is drawn around a letter, and what prints nothing.
const DROPPED =
  /^(?:(?![\u3099\u309A])(?=\p{Mn})\p{Script=Inherited}|\p{Me}|\p{Default_Ignorable_Code_Point}|\u2800)$/u

const foldAny = (sign: string): string => {
  let folded = ''
  for (const part of sign.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (!DROPPED.test(part)) folded += latinLookalike(part)
  }
  return folded
}

/** Most signs of most texts, folded once. */
const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) => foldAny(String.fromCharCode(code)))

/** One sign as it counts for comparison: compatibility form, small, bare, Latin where it imitates Latin. '' for none. */
export const foldSign = (sign: string): string =>
  (sign.length === 1 ? ASCII[sign.charCodeAt(0)] : undefined) ?? foldAny(sign)

const foldSigns = (text: string): string => {
  let folded = ''
  for (const sign of text) folded += foldSign(sign)
  return folded
}

/** Two blanks in a row, or white space that is none: what most texts have nothing of. */
const MORE_THAN_BLANKS = / {2}|[^\S ]/u

/** A text as it counts for comparison: two texts that read the same to a person fold to the same string. */
export const foldText = (text: string): string => {
  // Of ASCII nothing but capitals folds, and the engine makes those small at once.
  const folded = isAscii(text) ? text.toLowerCase() : foldSigns(text)
  return (MORE_THAN_BLANKS.test(folded) ? folded.replace(/\s+/gu, ' ') : folded).trim()
}
