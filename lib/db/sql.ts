import { type RawValue, Sql, empty } from '@prisma/client/runtime/client'

/** The strings of a query, and of the queries that stand in it, as both databases want them: made once, when asked for. */
class Shape {
  sql: string | null = null
  text: string | null = null
  /** By the place of a query that stands in it, and what makes that query's own shape. */
  readonly #next: WeakMap<object, Shape>[] = []

  with(place: number, inner: object): Shape {
    return shapeIn((this.#next[place] ??= new WeakMap()), inner)
  }
}

const shapeIn = (shapes: WeakMap<object, Shape>, key: object): Shape => {
  const known = shapes.get(key)
  if (known) return known
  const shape = new Shape()
  shapes.set(key, shape)
  return shape
}

const shapes = new WeakMap<object, Shape>()

/**
 * A query that knows what it is spelled like from the others that were written in the same place. Its text is two thousand
 * letters at times, put together of dozens of strings, and is then looked up as a whole to find the prepared statement: as
 * long as an answer from memory takes.
 */
class Query extends Sql {
  readonly #shape: Shape

  constructor(strings: readonly string[], values: readonly RawValue[]) {
    super(strings, values)
    let shape = shapeIn(shapes, strings)
    for (let place = 0; place < values.length; place += 1) {
      const value = values[place]
      if (value instanceof Sql)
        shape = shape.with(place, value instanceof Query ? value.#shape : value.strings)
    }
    this.#shape = shape
  }

  override get sql(): string {
    return (this.#shape.sql ??= super.sql)
  }

  override get text(): string {
    return (this.#shape.text ??= super.text)
  }
}

/** Lengths of lists that are written out; there are some dozens in the house, and each makes a statement of its own. */
const MOST_LENGTHS = 200
const lengths = new Map<number, Sql>()

const writtenOut = (length: number): RawValue => {
  const known = lengths.get(length)
  if (known || !Number.isSafeInteger(length) || lengths.size >= MOST_LENGTHS) return known ?? length
  const written = new Sql([String(length)], [])
  lengths.set(length, written)
  return written
}

/** Where in a template a `LIMIT` waits for its value. */
const limits = new WeakMap<TemplateStringsArray, readonly number[]>()

const limitsOf = (strings: TemplateStringsArray): readonly number[] => {
  const known = limits.get(strings)
  if (known) return known
  const places = [...strings.keys()].filter((place) => strings[place]?.endsWith('LIMIT '))
  limits.set(strings, places)
  return places
}

/**
 * SQL as a tagged template: every value becomes a bound parameter, whichever way the database writes placeholders. But a
 * `LIMIT` of a whole number is written out: SQLite plans a statement anew each time a parameter is bound that stands
 * there, which takes longer than to answer it (decision 58). Nothing else makes SQL in this project; text is never put
 * together by hand.
 */
export const sql = (strings: TemplateStringsArray, ...values: readonly RawValue[]): Sql => {
  const places = limitsOf(strings)
  if (places.length === 0) return new Query(strings, values)
  return new Query(
    strings,
    values.map((value, place) =>
      typeof value === 'number' && places.includes(place) ? writtenOut(value) : value,
    ),
  )
}

/** Strings between values in a list; longer lists are spelled each time. */
const LONGEST = 64
const lists = new Map<string, readonly string[]>()

const between = (count: number, separator: string): readonly string[] => {
  const known = count > LONGEST ? undefined : lists.get(`${count} ${separator}`)
  if (known) return known
  const strings = ['', ...Array<string>(count - 1).fill(separator), '']
  if (count <= LONGEST) lists.set(`${count} ${separator}`, strings)
  return strings
}

/** Values or queries one after the other; there must be one. */
export const join = (values: readonly RawValue[], separator = ','): Sql => {
  if (values.length === 0) throw new TypeError('A list in SQL cannot be empty.')
  return new Query(between(values.length, separator), values)
}
export { Sql, empty }

/** Rows as the driver gives them: read them with lib/db/cells.ts. 64-bit integers are numbers here. */
export type Row = Readonly<Record<string, unknown>>

/** What runs statements within one transaction. */
export interface SqlRunner {
  all(query: Sql): Promise<readonly Row[]>
  /** How many rows were written. */
  run(query: Sql): Promise<number>
}
