import { seedManyPieces } from '../many-pieces'
import { openBenchHouse } from '../publication'
import { measureSearch } from '../search-times'
import type { Part } from './part'

const PIECES = 100_000
/** What a question may take at most (p95). */
const MOST_MS = 50

const ms = (value: number | null): string => (value === null ? '' : value.toFixed(1)).padStart(9)

/** Readers' search among 100,000 pieces. */
export const search: Part = async ({ root, dataDir, say }) => {
  say(`Writing ${PIECES} pieces…`)
  const { stet, database } = await openBenchHouse(dataDir, root)
  try {
    const pieces = await seedManyPieces(database, PIECES)
    say('Indexing them…')
    const from = performance.now()
    const steps = stet.search.fill()
    while (!(await steps.next()).done);
    const perSecond = PIECES / ((performance.now() - from) / 1_000)
    say('Asking…')
    const lines = await measureSearch(stet, database, pieces)
    const slow = lines.filter(({ p95 }) => p95 > MOST_MS)
    return {
      text: [
        `${PIECES.toLocaleString('en')} pieces of 120 words; indexed ${Math.round(perSecond)} of them in a second`,
        `${''.padEnd(32)}   p50 ms    p95 ms  of FTS5 alone (p95 ms)`,
        ...lines.map(({ name, p50, p95, bare }) => {
          const ratio = bare === null ? '' : `${(p95 / bare).toFixed(2)} ×`
          return `${name.padEnd(32)}${ms(p50)} ${ms(p95)}  ${ratio.padStart(9)} ${ms(bare)}`
        }),
        ...slow.map(({ name, p95 }) => `TOO SLOW: ${name} took ${p95.toFixed(0)} ms, more than ${MOST_MS}`),
      ].join('\n'),
      json: { perSecond, lines },
    }
  } finally {
    await database.close()
  }
}
