import { foldText } from '../kernel/fold-text'

/*
 * Near-identical texts are found by MinHash (Broder 1997) over runs of five signs: texts that share most runs share
 * the least of sixteen hashes of them, four of which make one band. Two texts with nine runs in ten in common meet in
 * some band with 99 %, two that have nothing to do with each other (one run in twenty) with 1 in 40,000. Whoever meets is compared
 * exactly before anything is said of them.
 */

const RUN = 5
const BANDS = 4
const ROWS = 4
/** A shorter text says too little: people thank each other in the same words. */
const LEAST_RUNS = 24
/** What a flood is made of stands at its beginning; a long text need not be looked through. */
const SIGNS = 2_000
/** Share of runs in common from which two texts are near-identical. */
const NEAR = 0.7

const FNV_START = 2_166_136_261
const FNV_PRIME = 16_777_619

/**
 * FNV-1a of a run; every candidate of every new text goes through here, so that it counts in numbers, not in strings:
 * signed ones of 32 bits, which the engine keeps as they are, where larger ones are objects of their own.
 */
const hashOf = (signs: Uint32Array, from: number): number => {
  let hash = FNV_START
  for (let i = from; i < from + RUN; i += 1) hash = Math.imul(hash ^ (signs[i] ?? 0), FNV_PRIME)
  return hash | 0
}

/** Code points of the folded text, the first `SIGNS` of them. */
const signsOf = (body: string): Uint32Array => {
  const signs = new Uint32Array(SIGNS)
  let length = 0
  for (const sign of foldText(body.slice(0, 2 * SIGNS))) {
    if (length === SIGNS) break
    signs[length] = sign.codePointAt(0) ?? 0
    length += 1
  }
  return signs.subarray(0, length)
}

/** Mixes the bits of one hash into another one (the finish of MurmurHash3). */
const mixed = (hash: number, row: number): number => {
  let bits = Math.imul(hash ^ Math.imul(row + 1, 0x9e3779b1), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** The runs of five signs of a folded text, as hashes. */
export const runsOf = (body: string): ReadonlySet<number> => {
  const signs = signsOf(body)
  const runs = new Set<number>()
  for (let from = 0; from + RUN <= signs.length; from += 1) runs.add(hashOf(signs, from))
  return runs
}

const bandOf = (runs: ReadonlySet<number>, band: number): number => {
  const least = Array.from({ length: ROWS }, () => 0xffffffff)
  for (const run of runs) {
    for (let row = 0; row < ROWS; row += 1) {
      const hash = mixed(run, band * ROWS + row)
      if (hash < (least[row] ?? 0)) least[row] = hash
    }
  }
  const [a = 0, b = 0, c = 0, d = 0] = least
  // 52 bits: a whole number of JavaScript and of both databases.
  const low = mixed(Math.imul(c, FNV_PRIME) ^ d, BANDS * ROWS) >>> 12
  return mixed(Math.imul(a, FNV_PRIME) ^ b, BANDS * ROWS + 1) * 2 ** 20 + low
}

/** The bands near-identical texts meet in; null for a text too short to compare. */
export const bandsOf = (runs: ReadonlySet<number>): readonly [number, number, number, number] | null =>
  runs.size < LEAST_RUNS ? null : [bandOf(runs, 0), bandOf(runs, 1), bandOf(runs, 2), bandOf(runs, 3)]

/** Share of their runs that two texts have in common, 0 to 1 (Jaccard). */
const likeness = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let common = 0
  for (const run of a) if (b.has(run)) common += 1
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}

export const isNear = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  // What is much longer or shorter cannot have enough in common.
  Math.min(a.size, b.size) >= NEAR * Math.max(a.size, b.size) && likeness(a, b) >= NEAR
