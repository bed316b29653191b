/** Bytes of an answer, both ends included. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/i

/**
 * The one range somebody asks for. Null for anything to be ignored (several ranges, other units, nonsense: the whole
 * is a right answer to each); `unsatisfiable` for a range of which nothing is there (RFC 9110, section 14.2).
 */
export const byteRange = (header: string, length: number): ByteRange | 'unsatisfiable' | null => {
  const [, first = '', last = ''] = ONE_RANGE.exec(header) ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const count = Math.min(Number(last), length)
    return count === 0 ? 'unsatisfiable' : { from: length - count, to: length - 1 }
  }
  const from = Number(first)
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (last !== '' && Number(last) < from) return null
  return from < length ? { from, to } : 'unsatisfiable'
}
