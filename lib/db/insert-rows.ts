import { type Sql, type SqlRunner, empty, join, sql } from './sql'

/** Rows that one statement takes: of each size it is prepared once, whatever number there is to store. */
const SIZES = [50, 10, 1] as const

const inSteadySizes = function* <T>(rows: readonly T[]): Generator<readonly T[]> {
  let at = 0
  for (const size of SIZES) {
    for (; rows.length - at >= size; at += size) yield rows.slice(at, at + size)
  }
}

/**
 * Stores rows by as few statements as are worth preparing; every value a parameter. Half of what the same costs as JSON in
 * one parameter, which SQLite reads once for each cell.
 */
export const insertRows = async (
  tx: Pick<SqlRunner, 'run'>,
  /** `INSERT INTO … (…)` */
  into: Sql,
  /** In the order of the columns. */
  rows: readonly (readonly unknown[])[],
  /** `ON CONFLICT …` */
  otherwise: Sql = empty,
): Promise<void> => {
  for (const some of inSteadySizes(rows)) {
    const values = join(some.map((cells) => sql`(${join([...cells])})`))
    await tx.run(sql`${into} VALUES ${values} ${otherwise}`)
  }
}
