import { Automaton } from './automaton'
import { type Chain, chainsOf } from './chains'
import { type Reading, read, readWord } from './reading'
import { runsOf } from './runs'
import { type Place, findSame, isWhole } from './same-word'
import { classOf } from './sign'

export type Span = readonly [start: number, end: number]

/** A listed word in a text. */
export interface FoundWord {
  /** Which of the lists it stands on, by index. */
  readonly list: number
  /** Where, in the text as it was typed (UTF-16 units). */
  readonly span: Span
}

export type WordFinder = (text: string) => readonly FoundWord[]

interface Listed {
  readonly list: number
  readonly signs: readonly number[]
}

/** What words look like from afar, and which ones do. */
interface Look {
  readonly pattern: readonly number[]
  readonly words: readonly Listed[]
}

/** Short words pulled apart are found in honest initials: there nothing else may stand beside them. */
const SHORT = 3

const SPACE = 0x20
const [ZERO, NINE] = [0x30, 0x39]

/** A phrase is also found written as one word. */
const spellings = (word: string): readonly (readonly number[])[] => {
  const signs = readWord(word)
  const joined = signs.filter((sign) => sign !== SPACE)
  return [signs, ...(joined.length < signs.length ? [joined] : [])].filter(({ length }) => length > 0)
}

/** Words that look alike from afar (good, god) share a pattern; which it was is decided where it was found. */
const byLooks = (listed: readonly Listed[]): readonly Look[] => {
  const looks = new Map<string, { pattern: readonly number[]; words: Listed[] }>()
  for (const word of listed) {
    const { classes, length } = runsOf(word.signs.map(classOf), word.signs.length)
    const pattern = Array.from(classes.subarray(0, length))
    const key = String.fromCodePoint(...pattern)
    const known = looks.get(key)
    if (known) known.words.push(word)
    else looks.set(key, { pattern, words: [word] })
  }
  return [...looks.values()]
}

/** Where a whole word may begin and end. */
type Edges = (place: Place) => boolean

const inText =
  (reading: Reading): Edges =>
  (place) =>
    isWhole(reading, place)

const inChain =
  ({ reading, seams }: Chain): Edges =>
  ([from, to]) => {
    const [first, last] = [seams.get(from), seams.get(to)]
    if (first === undefined || last === undefined || last - first < 2) return false
    // 42.0 is a number.
    const hasLetter = reading.signs.subarray(from, to).some((sign) => sign < ZERO || sign > NINE)
    return hasLetter && (to - from > SHORT || (from === 0 && to === reading.length))
  }

/**
 * A finder for lists of words and phrases, whatever costume they wear: other letters that look the same, full width,
 * invisible signs, marks, digits for letters, letters drawn out or pulled apart. Whole words only. Building it takes a
 * while (60,000 words: a third of a second), searching does not: keep it as long as the lists stay the same.
 */
export const makeWordFinder = (lists: readonly (readonly string[])[]): WordFinder => {
  const listed = lists.flatMap((words, list) => words.flatMap(spellings).map((signs) => ({ list, signs })))
  const looks = byLooks(listed)
  if (looks.length === 0) return () => []
  const automaton = new Automaton(looks.map(({ pattern }) => pattern))

  const search = (reading: Reading, isAllowed: Edges, found: Map<string, FoundWord>): void => {
    const runs = runsOf(reading.classes, reading.length)
    automaton.search(runs.classes, runs.length, (pattern, end) => {
      const look = looks[pattern]
      if (!look) return
      for (const { list, signs } of look.words) {
        const place = findSame(reading, runs, [end - look.pattern.length, end - 1], signs)
        if (!place || !isAllowed(place)) continue
        const span: Span = [reading.starts[place[0]] ?? 0, reading.ends[place[1] - 1] ?? 0]
        found.set(`${list} ${span[0]} ${span[1]}`, { list, span })
      }
    })
  }

  return (text) => {
    const found = new Map<string, FoundWord>()
    const reading = read(text)
    search(reading, inText(reading), found)
    for (const chain of chainsOf(reading)) search(chain.reading, inChain(chain), found)
    return [...found.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
  }
}
