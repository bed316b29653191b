import unhomoglyph from 'unhomoglyph'
import { foldSign } from '../../kernel/fold-text'
import { picturedLetter } from '../../kernel/pictured-letters'

/** What a sign is to the search for words. */
export const BLANK = 0
/** Between words: punctuation and pictures. */
const APART = 1
/** Letters, digits and marks of scripts that part their words. */
export const WORD = 2
/** Letters of scripts that write no blanks: there a listed word counts wherever it stands. */
export const JOINED = 3
/** Punctuation that stands in for a letter (`$hit`), and for itself elsewhere. */
export const SYMBOL = 4

const IN_WORD = /[\p{L}\p{N}\p{M}]/u
const UNPARTED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u
/** Scripts whose letters are used as costumes of Latin ones. In the others the likeness is nobody's trick. */
const COSTUMES =
  /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}\p{sc=Cher}\p{sc=Copt}\p{sc=Lisu}\p{sc=Dsrt}\p{sc=Zyyy}]/u

/** Digits and symbols by the letter they imitate. */
const LEET: ReadonlyMap<number, string> = new Map(
  Object.entries({
    '0': 'o',
    '1': 'i',
    '2': 'z',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '6': 'g',
    '7': 't',
    '8': 'b',
    '9': 'g',
    '@': 'a',
    $: 's',
    '!': 'i',
    '|': 'i',
    '€': 'e',
    '¢': 'c',
  }).map(([sign, letter]) => [sign.codePointAt(0) ?? 0, letter] as const),
)

/** UTS 39: what we do not know ourselves, where it looks like one Latin letter. Honest letters of a language stay. */
const standardLookalike = (sign: string): string => {
  if (sign.length === 0 || sign < '\u0080' || !COSTUMES.test(sign)) return sign
  const seen = unhomoglyph(sign)
  if (seen === 'rn') return 'm'
  return /^[A-Za-z]$/.test(seen) ? seen.toLowerCase() : sign
}

/** Two forms of sigma: the one that is a c to the eye, and the one that ends words. */
const SIGMAS: ReadonlyMap<string, string> = new Map([
  ['ϲ', 'c'],
  ['Ϲ', 'c'],
  ['ς', 'σ'],
])

const foldPoint = (point: number): readonly number[] => {
  const typed = String.fromCodePoint(point)
  const sign = SIGMAS.get(typed) ?? typed
  const folded = picturedLetter(sign) ?? [...foldSign(sign)].map(standardLookalike).join('')
  return Array.from(folded, (part) => part.codePointAt(0) ?? 0)
}

const kindOfPoint = (point: number): number => {
  const sign = String.fromCodePoint(point)
  if (/\s/u.test(sign)) return BLANK
  if (UNPARTED.test(sign)) return JOINED
  if (IN_WORD.test(sign)) return WORD
  return LEET.has(point) ? SYMBOL : APART
}

const PLANE = 0x10000
const UNKNOWN = -1
const SEVERAL = -2

/** Remembers a whole number per code point: texts are made of few different ones, and are read sign by sign. */
const remembered = (work: (point: number) => number): ((point: number) => number) => {
  const known = new Int32Array(PLANE).fill(UNKNOWN)
  return (point) => {
    if (point >= PLANE) return work(point)
    const found = known[point] ?? UNKNOWN
    return found === UNKNOWN ? (known[point] = work(point)) : found
  }
}

const single = remembered((point) => {
  const [first, ...rest] = foldPoint(point)
  return first === undefined || rest.length > 0 ? SEVERAL : first
})

/** How most signs are read: one for one. Negative for those that only `folded` can tell. */
export const foldedOne = (point: number): number => single(point)

/** How a sign is read: small, bare, Latin where it looks Latin; several for a ligature, none for what prints nothing. */
export const folded = foldPoint

/** Of a folded sign: BLANK, APART, WORD, JOINED or SYMBOL. */
export const kindOf = remembered(kindOfPoint)

const I = 0x69
const L = 0x6c

/** The class of a folded sign: the letter it is or imitates. i, l, 1 and | are one, because no font parts them. */
export const classOf = remembered((point: number): number => {
  const letter = LEET.get(point)?.codePointAt(0) ?? point
  return letter === L ? I : letter
})

/** Whether a sign that is no letter may stand for this letter. */
export const imitates = (point: number, letter: number): boolean =>
  LEET.has(point) && classOf(point) === classOf(letter)
