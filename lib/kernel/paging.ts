import { ID_PATTERN } from './ids'
import type { Instant } from './clock'

/** A place in a list ordered by (createdAt, id): keyset paging, so that page k costs what page 1 costs. */
export interface Cursor {
  readonly at: Instant
  readonly id: string
}

/** A place in a thread: `size` only in the order of discussion (size, createdAt, id), else null. */
export interface ThreadCursor extends Cursor {
  readonly size: number | null
}

/** A part of a list, and where the next begins. */
export interface Page<T> {
  readonly items: readonly T[]
  /** Cursor of the next page, if there is one. */
  readonly next: string | null
}

/** `<base-36 milliseconds>-<id>`: readable, strict, and nothing in it that the page did not already show. */
export const printCursor = ({ at, id }: Cursor): string => `${at.toString(36)}-${id}`

/** Null for anything that `printCursor` cannot have made. */
export const parseCursor = (text: string): Cursor | null => {
  const match = /^([0-9a-z]{1,10})-([0-9a-z]{26})$/.exec(text)
  if (!match) return null
  const [, time = '', id = ''] = match
  const at = Number.parseInt(time, 36)
  return ID_PATTERN.test(id) && at.toString(36) === time && at <= 8.64e15 ? { at, id } : null
}

/** As `printCursor`; in the order of discussion `<base-36 size>.<base-36 milliseconds>-<id>`. */
export const printThreadCursor = ({ size, at, id }: ThreadCursor): string =>
  (size === null ? '' : `${size.toString(36)}.`) + printCursor({ at, id })

/** Comments below one root: a whole number of the store, which refuses to compare with a larger one (PostgreSQL). */
const SIZE_MAX = 2 ** 31 - 1

/** Null for anything that `printThreadCursor` cannot have made for a list of this kind. */
export const parseThreadCursor = (text: string, kind: 'time' | 'size'): ThreadCursor | null => {
  if (kind === 'time') {
    const cursor = parseCursor(text)
    return cursor && { ...cursor, size: null }
  }
  const [, digits = '', rest = ''] = /^([0-9a-z]{1,7})\.(.+)$/.exec(text) ?? []
  const size = Number.parseInt(digits, 36)
  const cursor = parseCursor(rest)
  return cursor && size <= SIZE_MAX && size.toString(36) === digits ? { ...cursor, size } : null
}
