import type { MoreView, ThreadSort } from '@/lib/comments/comment-view'

const query = (fields: Readonly<Record<string, string | null>>): string => {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== null)
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** A page of roots: the order stands in the address unless it is the usual one. */
export const rootsAddress = (path: string, sort: ThreadSort, after: string | null = null): string =>
  `${path}${query({ sort: sort === 'newest' ? null : sort, after })}#comments`

/** A page of one branch, scrolled to its comment. */
export const branchAddress = (path: string, { branch, after }: MoreView): string =>
  `${path}${query({ branch, after })}#comment-${branch}`
