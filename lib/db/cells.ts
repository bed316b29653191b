import type { Row } from './sql'

/**
 * Reads one column strictly: a value of another kind is a bug in a query or a damaged database, and says so, instead
 * of travelling on as something it is not.
 */
const wrong = (row: Row, column: string, wanted: string): Error =>
  new Error(
    `Column ${column} should hold ${wanted}, but holds ${row[column] === null ? 'null' : typeof row[column]}.`,
  )

/** Throws where the column holds no text. */
export const text = (row: Row, column: string): string => {
  const value = row[column]
  if (typeof value !== 'string') throw wrong(row, column, 'text')
  return value
}

/** The same, where a column may hold nothing. */
export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : text(row, column)

/** A whole number up to 2^53, whatever the driver hands it over as; times are milliseconds. */
export const integer = (row: Row, column: string): number => {
  const value = row[column]
  const number = typeof value === 'bigint' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw wrong(row, column, 'a whole number')
  return number
}

/** The same, where a column may hold nothing. */
export const integerOrNull = (row: Row, column: string): number | null =>
  row[column] === null ? null : integer(row, column)

/** One of a closed set of words, for statuses, roles and the like. */
export const oneOf = <T extends string>(row: Row, column: string, words: readonly T[]): T => {
  const value = text(row, column)
  const word = words.find((candidate) => candidate === value)
  if (word === undefined) throw new Error(`Column ${column} holds a word this version does not know.`)
  return word
}
