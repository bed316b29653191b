import { deflateSync, inflateSync } from 'node:zlib'
import { WEIGHTS } from './features'
import type { ModelState } from './model'

const LENGTH = WEIGHTS + 1

/** A model as text: both arrays deflated (most weights are zero), base 64, the counts in front. */
export const printModel = ({ gradients, squares, spam, good }: ModelState): string => {
  const bytes = Buffer.concat([
    Buffer.from(gradients.buffer, gradients.byteOffset, gradients.byteLength),
    Buffer.from(squares.buffer, squares.byteOffset, squares.byteLength),
  ])
  return `${spam} ${good} ${deflateSync(bytes).toString('base64')}`
}

/** Null for what is no model of this size. */
export const parseModel = (text: string): ModelState | null => {
  const [spam = '', good = '', packed = ''] = text.split(' ')
  try {
    const bytes = inflateSync(Buffer.from(packed, 'base64'))
    if (bytes.byteLength !== 2 * LENGTH * 8) return null
    const numbers = new Float64Array(new Uint8Array(bytes).buffer)
    return {
      gradients: numbers.slice(0, LENGTH),
      squares: numbers.slice(LENGTH),
      spam: Number(spam),
      good: Number(good),
    }
  } catch {
    return null
  }
}
