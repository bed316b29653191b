import { BLANK, classOf, folded, foldedOne, kindOf } from './sign'

/** A text as words are looked for in it, sign by sign, with the way back to what was typed. */
export interface Reading {
  readonly text: string
  readonly length: number
  /** Folded code points; white space of any length is one blank. */
  readonly signs: Int32Array
  /** Of each sign, the letter it is or imitates. */
  readonly classes: Int32Array
  /** Of each sign, what it is to the search (sign.ts). */
  readonly kinds: Uint8Array
  /** Where each sign begins and ends in the text (UTF-16 units). */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const SPACE = 0x20

/** Flat arrays, filled in one pass: a long comment is some microseconds. */
class Reader {
  length = 0
  signs: Int32Array<ArrayBuffer>
  classes: Int32Array<ArrayBuffer>
  kinds: Uint8Array<ArrayBuffer>
  starts: Int32Array<ArrayBuffer>
  ends: Int32Array<ArrayBuffer>
  #last = SPACE

  constructor(size: number) {
    this.signs = new Int32Array(size)
    this.classes = new Int32Array(size)
    this.kinds = new Uint8Array(size)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
  }

  add(sign: number, start: number, end: number): void {
    const kind = kindOf(sign)
    const added = kind === BLANK ? SPACE : sign
    if (added === SPACE && this.#last === SPACE) return
    this.#last = added
    // One sign may fold to many (ﷺ is eighteen).
    if (this.length === this.signs.length) this.#grow()
    const at = this.length
    this.signs[at] = added
    this.classes[at] = classOf(added)
    this.kinds[at] = kind
    this.starts[at] = start
    this.ends[at] = end
    this.length = at + 1
  }

  #grow(): void {
    const larger = new Reader(this.length * 2 + 16)
    larger.signs.set(this.signs)
    larger.classes.set(this.classes)
    larger.kinds.set(this.kinds)
    larger.starts.set(this.starts)
    larger.ends.set(this.ends)
    const { signs, classes, kinds, starts, ends } = larger
    Object.assign(this, { signs, classes, kinds, starts, ends })
  }
}

/** Reads a text once, for every list of words. */
export const read = (text: string): Reading => {
  const reader = new Reader(text.length)
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0
    const end = at + (point > 0xffff ? 2 : 1)
    const one = foldedOne(point)
    if (one >= 0) reader.add(one, at, end)
    else for (const sign of folded(point)) reader.add(sign, at, end)
    at = end
  }
  const { length, signs, classes, kinds, starts, ends } = reader
  return { text, length, signs, classes, kinds, starts, ends }
}

/** A listed word or phrase as it is looked for. Empty when nothing of it is left. */
export const readWord = (word: string): readonly number[] => {
  const { signs, length } = read(word.trim())
  return Array.from(signs.subarray(0, length))
}
