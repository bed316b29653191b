import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises'
import type { DeskFacts } from '../comments/desk-facts'
import { integer, integerOrNull, text } from './cells'
import type { Database } from './database'
import { Mutex } from './mutex'
import { type Row, type Sql, sql } from './sql'

/** Bits for each band, of which it sets two: at the worst one text in six is looked for in the indexes for nothing. */
const BITS = 8
/** Bands of a text. */
const BANDS = 4
/** Texts there is room for at least: a quarter of a megabyte. */
const LEAST = 65_536
/** Rows read in one go, before others have their turn. */
const AT_ONCE = 5_000

/** The four bands of a text, each with an index of its own. */
export const BAND_COLUMNS: readonly Sql[] = [sql`"band0"`, sql`"band1"`, sql`"band2"`, sql`"band3"`]
const CELLS = ['band0', 'band1', 'band2', 'band3']

interface LastRow {
  readonly row: number
  readonly id: string
}

/** Bands as bits that are never taken back (Bloom 1970). */
class BandBits {
  readonly #words: Uint32Array
  readonly #mask: number

  /** `count` bands have room. */
  constructor(count: number) {
    const bits = 2 ** Math.ceil(Math.log2(count * BITS))
    this.#words = new Uint32Array(bits / 32)
    this.#mask = bits - 1
  }

  add(band: number): void {
    for (const bit of this.#of(band))
      this.#words[bit >>> 5] = (this.#words[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }

  has(band: number): boolean {
    return this.#of(band).every((bit) => (((this.#words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1)
  }

  /** A band is 52 bits that are mixed well already (lib/moderation/near-text.ts). */
  #of(band: number): readonly [number, number] {
    return [Math.floor(band / 2 ** 20) & this.#mask, Math.imul(band | 0, 0x9e3779b1) & this.#mask]
  }
}

/**
 * Says of most texts that none which is stored is near them, without a look into the four indexes of bands, whose pages
 * are other ones for each text. It knows every band that was ever stored and perhaps more, never fewer: at the first
 * question the indexes are read once, then each question reads what was added since, if anything was committed at all,
 * whoever wrote it, by the order in which SQLite numbers rows. When the row it last saw is not there any more (rows are numbered anew by VACUUM), it
 * begins again.
 */
export class NearFilter {
  readonly #db: Pick<Database, 'read' | 'version'>
  #bits = new BandBits(1)
  /** Texts it has room for. */
  #room = 0
  #last: LastRow | null = null
  /** The database's version before it was last read. */
  #seen: number | null = null
  readonly #turns = new Mutex()

  constructor(db: Pick<Database, 'read' | 'version'>) {
    this.#db = db
  }

  /** Those of these bands that a stored text may have. None: no text that is stored shares one of them. */
  async meeting(bands: NonNullable<DeskFacts['bands']>): Promise<ReadonlySet<number>> {
    // One after the other, or all who ask at once would read the same rows.
    const release = await this.#turns.acquire()
    try {
      const version = this.#db.version()
      if (version === null || version !== this.#seen) {
        while (!(await this.#follow())) if (!(await this.#load())) return new Set()
        this.#seen = version
      }
    } finally {
      release()
    }
    return new Set(bands.filter((band) => this.#bits.has(band)))
  }

  /** Reads what was added. False when everything has to be read again. */
  async #follow(): Promise<boolean> {
    while (this.#last !== null) {
      const last = this.#last
      const rows = await this.#db.read(sql`
        SELECT "rowid" AS "row", "id", "band0", "band1", "band2", "band3" FROM "comment_revision"
        WHERE "rowid" >= ${last.row} ORDER BY "rowid" LIMIT ${AT_ONCE}`)
      const [first] = rows
      for (const row of rows) this.#add(row)
      this.#last = first && text(first, 'id') === last.id ? lastOf(rows) : null
      if (rows.length < AT_ONCE) break
    }
    return this.#last !== null && this.#last.row <= this.#room
  }

  #add(row: Row): void {
    for (const cell of CELLS) {
      const band = integerOrNull(row, cell)
      if (band !== null) this.#bits.add(band)
    }
  }

  /** False when nothing is stored. */
  async #load(): Promise<boolean> {
    const last = lastOf(
      await this.#db.read(sql`
        SELECT "rowid" AS "row", "id" FROM "comment_revision"
        WHERE "rowid" = (SELECT max("rowid") FROM "comment_revision")`),
    )
    if (last === null) return false
    const room = Math.max(LEAST, 2 * last.row)
    const bits = new BandBits(BANDS * room)
    for (const column of BAND_COLUMNS) {
      for (let after: number | null = -1; after !== null; await nextTurnOfTheLoop()) {
        const rows: readonly Row[] = await this.#db.read(sql`
          SELECT ${column} AS "band" FROM "comment_revision" WHERE ${column} > ${after}
          ORDER BY ${column} LIMIT ${AT_ONCE}`)
        for (const row of rows) bits.add(integer(row, 'band'))
        const end = rows.at(-1)
        after = end && rows.length === AT_ONCE ? integer(end, 'band') : null
      }
    }
    this.#bits = bits
    this.#room = room
    this.#last = last
    return true
  }
}

const lastOf = (rows: readonly Row[]): LastRow | null => {
  const row = rows.at(-1)
  return row ? { row: integer(row, 'row'), id: text(row, 'id') } : null
}
