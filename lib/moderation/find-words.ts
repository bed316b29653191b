import { type FoldedSigns, foldSigns, foldWord, readLeet } from './folded-signs'
import { type Hit, makeWordFinder } from './word-finder'

export type Span = readonly [start: number, end: number]

// Scripts that write no blanks between words: there a listed word counts wherever it stands.
const JOINED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u
const IN_WORD = /[\p{L}\p{N}\p{M}]/u
const joins = (sign: string | undefined): boolean =>
  sign !== undefined && IN_WORD.test(sign) && !JOINED.test(sign)

/** Whole words only: nobody from Scunthorpe is turned away. */
const isWhole = (signs: readonly string[], [start, end]: Hit): boolean =>
  !(joins(signs[start - 1]) && joins(signs[start])) && !(joins(signs[end - 1]) && joins(signs[end]))

const spanOf = ({ places }: FoldedSigns, [start, end]: Hit): Span => [
  places[start]?.[0] ?? 0,
  places[end - 1]?.[1] ?? 0,
]

/** A finder for a list of words and phrases: the spans of the original text in which one of them stands. */
export const wordsFinder = (words: readonly string[]): ((text: string) => readonly Span[]) => {
  const find = makeWordFinder(words.map(foldWord).filter((word) => word.length > 0))
  if (words.length === 0) return () => []
  return (text) => {
    const folded = foldSigns(text)
    const spans = [folded.signs, readLeet(folded.signs)].flatMap((signs) =>
      find(signs)
        .filter((hit) => isWhole(signs, hit))
        .map((hit) => spanOf(folded, hit)),
    )
    const distinct = new Map(spans.map((span) => [span.join(), span]))
    return [...distinct.values()].sort(([a], [b]) => a - b)
  }
}
