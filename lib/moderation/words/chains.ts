import type { Reading } from './reading'
import { BLANK, SYMBOL, WORD } from './sign'

/** A word that was pulled apart (v i a g r a, v.i.a.g.r.a, vi-ag-ra), put together again. */
export interface Chain {
  readonly reading: Reading
  /** Signs at which a piece begins, and the one behind the last, with their numbers in this order. */
  readonly seams: ReadonlyMap<number, number>
}

/** Most signs between two letters that stand alone: blank, dash, blank. */
const GAP = 3

type Piece = readonly [from: number, to: number]

/** Honest words stand apart by blanks and are longer than one letter; honest joints (pen.Is) have longer pieces. */
const belongs = ({ kinds }: Reading, [a, b]: Piece, [c, d]: Piece): boolean => {
  const [one, other, gap] = [b - a, d - c, c - b]
  if (one === 1 && other === 1) return gap <= GAP
  if (gap !== 1 || kinds[b] === BLANK) return false
  return one === 1 || other === 1 || (one === 2 && other === 2)
}

const join = (reading: Reading, pieces: readonly Piece[]): Chain => {
  const places = pieces.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n))
  const seams = new Map([[0, 0]])
  let at = 0
  for (const [from, to] of pieces) seams.set((at += to - from), seams.size)
  const pick = (list: Int32Array | Uint8Array) => places.map((place) => list[place] ?? 0)
  return {
    reading: {
      text: reading.text,
      length: places.length,
      signs: Int32Array.from(pick(reading.signs)),
      classes: Int32Array.from(pick(reading.classes)),
      kinds: Uint8Array.from(pick(reading.kinds)),
      starts: Int32Array.from(pick(reading.starts)),
      ends: Int32Array.from(pick(reading.ends)),
    },
    seams,
  }
}

/** Every stretch of a text that may be a word pulled apart. */
export const chainsOf = (reading: Reading): readonly Chain[] => {
  const { kinds, length } = reading
  const chains: Chain[] = []
  let open: Piece[] = []
  let from = 0
  for (let at = 0; at <= length; at += 1) {
    const isInside = at < length && (kinds[at] === WORD || kinds[at] === SYMBOL)
    if (isInside) continue
    if (at > from) {
      const last = open[open.length - 1]
      if (last && !belongs(reading, last, [from, at])) {
        if (open.length > 1) chains.push(join(reading, open))
        open = []
      }
      open.push([from, at])
    }
    from = at + 1
  }
  return open.length > 1 ? [...chains, join(reading, open)] : chains
}
