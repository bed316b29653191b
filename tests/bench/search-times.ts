import { SEARCH_TABLES } from '../../lib/db/search-tables'
import type { Database } from '../../lib/db/database'
import { sql } from '../../lib/db/sql'
import type { Stet } from '../../lib/compose'
import { Chance } from '../support/chance'
import type { ManyPieces } from './many-pieces'
import { quantile } from './quantile'

const SAMPLES = 120
const WARM_UP = 12

/** One kind of question, another one each time. */
interface Kind {
  readonly name: string
  readonly ask: (chance: Chance) => string
  /** Whether something must be found. */
  readonly finds: boolean
}

const kindsOf = ({ words, phrase }: ManyPieces): readonly Kind[] => {
  const between = (first: number, last: number) => (chance: Chance) =>
    words[first + chance.below(last - first)] ?? ''
  const [common, usual, rare] = [between(0, 20), between(50, 1_000), between(1_000, 10_000)]
  const slip = (word: string): string =>
    `${word.slice(0, 2)}${word.slice(3, 4)}${word.slice(2, 3)}${word.slice(4)}qq`
  return [
    { name: 'one of the 20 commonest words', ask: (c) => `${common(c)} `, finds: true },
    { name: 'a usual word', ask: usual, finds: true },
    { name: 'a rare word', ask: rare, finds: true },
    { name: 'two usual words', ask: (c) => `${usual(c)} ${usual(c)}`, finds: false },
    { name: 'a common and a rare word', ask: (c) => `${common(c)} ${rare(c)}`, finds: false },
    { name: 'a phrase', ask: () => `"${phrase}"`, finds: true },
    { name: 'the beginning of a word', ask: (c) => `${rare(c).slice(0, 4)}*`, finds: true },
    { name: 'a slip, with what was meant', ask: (c) => slip(rare(c)), finds: false },
  ]
}

export interface SearchTimes {
  readonly name: string
  /** Milliseconds of the whole answer: both kinds counted, ten results read, marked and cut. */
  readonly p50: number
  readonly p95: number
  /** Milliseconds (p95) of FTS5 alone, ranking everything for the ten best numbers; null where no single word is asked. */
  readonly bare: number | null
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Every kind of question, one after the other, beside FTS5 without us in the same run. */
export const measureSearch = async (
  stet: Stet,
  db: Database,
  pieces: ManyPieces,
): Promise<readonly SearchTimes[]> => {
  const { index } = SEARCH_TABLES.pieces
  const lines: SearchTimes[] = []
  for (const { name, ask, finds } of kindsOf(pieces)) {
    const chance = new Chance(3)
    const [ours, bare]: [number[], number[]] = [[], []]
    for (let n = 0; n < WARM_UP + SAMPLES; n += 1) {
      const typed = ask(chance)
      const ms = await timed(async () => {
        const found = await stet.search.public('bench', { typed, kind: 'articles', page: 1 })
        if (!found.ok || (finds && found.value.articles.length === 0)) throw new Error(`${name}: ${typed}`)
      })
      const word = /^[a-z]+ ?$/.test(typed) ? `"${typed.trim()}"` : null
      const alone = word
        ? await timed(() =>
            db.read(sql`SELECT "rowid" FROM ${index} WHERE ${index} MATCH ${word} ORDER BY rank LIMIT 10`),
          )
        : null
      if (n < WARM_UP) continue
      ours.push(ms)
      if (alone !== null) bare.push(alone)
    }
    lines.push({
      ...{ name, p50: quantile(ours, 0.5), p95: quantile(ours, 0.95) },
      bare: bare.length > 0 ? quantile(bare, 0.95) : null,
    })
  }
  return lines
}
