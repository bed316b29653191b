/** A query field given exactly once; anything else counts as not given. */
export const singleQuery = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined
