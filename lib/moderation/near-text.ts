import { foldText } from '../kernel/fold-text'
import { HASHES_MAX, HashSet } from './hash-set'

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
const SIGNS = Math.min(2_000, HASHES_MAX)
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
  const folded = foldText(body.slice(0, 2 * SIGNS))
  const signs = new Uint32Array(Math.min(folded.length, SIGNS))
  let length = 0
  for (let at = 0; at < folded.length && length < signs.length; length += 1) {
    const sign = folded.codePointAt(at) ?? 0
    signs[length] = sign
    at += sign > 0xffff ? 2 : 1
  }
  return signs.subarray(0, length)
}

/** Mixes the bits of one hash into another one (the finish of MurmurHash3). */
const mixed = (hash: number, row: number): number => {
  let bits = Math.imul(hash ^ Math.imul(row + 1, 0x9e3779b1), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** The runs of five signs of a folded text, as hashes, each once. */
export type Runs = Int32Array

const seen = new HashSet()

/** Of the beginning of a text alone: its first `SIGNS` code points. */
export const runsOf = (body: string): Runs => {
  const signs = signsOf(body)
  const runs = new Int32Array(Math.max(0, signs.length - RUN + 1))
  let length = 0
  seen.clear()
  for (let from = 0; from < runs.length; from += 1) {
    const hash = hashOf(signs, from)
    if (!seen.add(hash)) continue
    runs[length] = hash
    length += 1
  }
  return runs.subarray(0, length)
}

/** The least of one of the sixteen hashes of all runs: a tight loop over numbers, most of what a band costs. */
const leastOf = (runs: Runs, row: number): number => {
  let least = 0xffffffff
  // By its index and from the end: the engine walks an array of numbers by an iterator half as fast.
  for (let i = runs.length - 1; i >= 0; i -= 1) {
    const hash = mixed(runs[i] ?? 0, row)
    if (hash < least) least = hash
  }
  return least
}

const bandOf = (runs: Runs, band: number): number => {
  const row = band * ROWS
  const high = Math.imul(leastOf(runs, row), FNV_PRIME) ^ leastOf(runs, row + 1)
  const low = Math.imul(leastOf(runs, row + 2), FNV_PRIME) ^ leastOf(runs, row + 3)
  // 52 bits: a whole number of JavaScript and of both databases.
  return mixed(high, BANDS * ROWS + 1) * 2 ** 20 + (mixed(low, BANDS * ROWS) >>> 12)
}

/** The bands near-identical texts meet in; null for a text too short to compare. */
export const bandsOf = (runs: Runs): readonly [number, number, number, number] | null =>
  runs.length < LEAST_RUNS ? null : [bandOf(runs, 0), bandOf(runs, 1), bandOf(runs, 2), bandOf(runs, 3)]

/** Share of their runs that two texts have in common, 0 to 1 (Jaccard). */
const likeness = (a: Runs, b: Runs): number => {
  seen.clear()
  for (const run of a) seen.add(run)
  let common = 0
  for (const run of b) if (seen.has(run)) common += 1
  const all = a.length + b.length - common
  return all === 0 ? 0 : common / all
}

/** Whether two texts are the same but for little. */
export const isNear = (a: Runs, b: Runs): boolean =>
  // What is much longer or shorter cannot have enough in common.
  Math.min(a.length, b.length) >= NEAR * Math.max(a.length, b.length) && likeness(a, b) >= NEAR
