import type { Reading } from './reading'
import type { Runs } from './runs'
import { JOINED, SYMBOL, WORD, classOf, imitates, kindOf } from './sign'

/** A place in a reading: [from, to) in signs. */
export type Place = readonly [from: number, to: number]

/** Typed as such, an i is no l. A capital I is, to the eye, and so is what is neither. */
const PLAIN: ReadonlySet<number> = new Set([0x69, 0x6c])

/** Typed once too often these are a trick; most others double in honest words (rapping, dinner, coffee). */
const SELDOM_DOUBLED: ReadonlySet<number> = new Set(
  Array.from('aiuyhjkqvwx', (letter) => letter.charCodeAt(0)),
)
/** From this many on, no language doubles a letter. */
const DRAWN_OUT = 3
/** Shorter words are doubled into other words: as, ass. */
const LONG = 5

const isSeldomDoubled = (sign: number): boolean => SELDOM_DOUBLED.has(sign)

/** How one sign stands for a letter of the word. */
const fits = ({ text, signs, starts }: Reading, at: number, letter: number): 'same' | 'imitated' | null => {
  const sign = signs[at] ?? 0
  if (sign === letter) return 'same'
  if (imitates(sign, letter)) return 'imitated'
  const looksAlike = classOf(sign) === classOf(letter) && !PLAIN.has(text.charCodeAt(starts[at] ?? 0))
  return looksAlike ? 'imitated' : null
}

/** Walks a word and the runs that look like it side by side. */
class Comparison {
  letters = 0
  imitated = 0
  #doubled = 0
  #tricks = 0

  constructor(
    private readonly reading: Reading,
    private readonly word: readonly number[],
  ) {}

  /** One run against the letters [w, w + wanted) of the word. */
  run([from, to]: Place, w: number, wanted: number): boolean {
    const count = to - from
    if (count < wanted) return false
    if (count > wanted) this.#stretched(this.word[w] ?? 0, count)
    for (let k = 0; k < count; k += 1) {
      const fit = this.#fit(from + k, count === wanted ? w + k : w, count === wanted ? 1 : wanted)
      if (fit === null) return false
      if (fit === 'imitated') this.imitated += 1
      else if (this.reading.kinds[from + k] !== SYMBOL) this.letters += 1
    }
    return true
  }

  /** Whether what is more in the text than in the word is a trick, and what imitates stands among letters. */
  isSame(): boolean {
    const isTrick =
      this.#doubled === 0 || (this.word.length >= LONG && (this.#tricks > 0 || this.#doubled > 1))
    return isTrick && (this.imitated === 0 || this.letters > 0)
  }

  #fit(at: number, first: number, count: number): 'same' | 'imitated' | null {
    for (let w = first; w < first + count; w += 1) {
      const fit = fits(this.reading, at, this.word[w] ?? 0)
      if (fit) return fit
    }
    return null
  }

  #stretched(sign: number, count: number): void {
    if (count >= DRAWN_OUT || kindOf(sign) === JOINED) return
    this.#doubled += 1
    if (isSeldomDoubled(sign)) this.#tricks += 1
  }
}

/** A run without the symbols at the edge of the text's word: in “tit!” the sign is punctuation, in “t!t” a letter. */
const trimmed = ({ kinds }: Reading, [from, to]: Place, wanted: number, edge: 'start' | 'end'): Place => {
  let [start, end] = [from, to]
  const isSymbol = (at: number): boolean => kinds[at] === SYMBOL
  while (edge === 'start' && end - start > wanted && isSymbol(start)) start += 1
  while (edge === 'end' && end - start > wanted && isSymbol(end - 1)) end -= 1
  return [start, end]
}

/** Where the word stands in the runs [first, last], or null when these only look like it from afar. */
export const findSame = (
  reading: Reading,
  { from }: Runs,
  [first, last]: readonly [number, number],
  word: readonly number[],
): Place | null => {
  const comparison = new Comparison(reading, word)
  let [start, end] = [0, 0]
  let w = 0
  for (let run = first; run <= last; run += 1) {
    const letter = classOf(word[w] ?? 0)
    let wanted = 1
    while (w + wanted < word.length && classOf(word[w + wanted] ?? 0) === letter) wanted += 1
    let place: Place = [from[run] ?? 0, from[run + 1] ?? 0]
    if (run === first) place = trimmed(reading, place, wanted, 'start')
    if (run === last) place = trimmed(reading, place, wanted, 'end')
    if (!comparison.run(place, w, wanted)) return null
    if (run === first) start = place[0]
    end = place[1]
    w += wanted
  }
  return comparison.isSame() ? [start, end] : null
}

/** Whole words only: nobody from Scunthorpe is turned away. */
export const isWhole = ({ kinds, length }: Reading, [from, to]: Place): boolean => {
  const joins = (outer: number, inner: number): boolean =>
    kinds[outer] === WORD && (kinds[inner] === WORD || kinds[inner] === SYMBOL)
  return !(from > 0 && joins(from - 1, from)) && !(to < length && joins(to, to - 1))
}
