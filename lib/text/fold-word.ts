// Marks that decorate a letter (accents, Arabic and Hebrew vowel points), but neither the vowel signs that make Indic
// words nor the Japanese voicing marks. And what prints nothing, and the bar that stretches Arabic words.
const DROPPED =
  /(?:(?![\u3099\u309A])(?=\p{Mn})[\p{Script=Inherited}\p{Script=Hebrew}]|\p{Default_Ignorable_Code_Point}|\u0640)+/gu

/** Letters that are one letter and a stroke, or two letters in one, and that no Unicode form takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ς: 'σ' },
  // Written one for the other at the ends of Arabic words.
  ...{ ى: 'ي', ة: 'ه' },
}
const TAKEN_APART = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')

const PLAIN = /^[a-z0-9]*$/

/** A word as it counts in an index: compatibility form, small, without accents. Writers and readers type it either way. */
export const foldWord = (word: string): string => {
  const small = word.toLowerCase()
  if (PLAIN.test(small)) return small
  return small
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(TAKEN_APART, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .toLowerCase()
}
