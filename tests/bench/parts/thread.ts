import { recount } from '../../../lib/db/recount'
import { makeStores } from '../../../lib/db/make-stores'
import { theOwner } from '../../support/builders/the-owner'
import { startServer } from '../../support/start-server'
import { seedBigThread } from '../big-thread'
import { openBenchHouse } from '../publication'
import { type PageTimes, measureThreadPages } from '../thread-pages'
import { type ReadTimes, measureThreadReads } from '../thread-reads'
import type { Part } from './part'

const ms = (value: number): string => value.toFixed(1).padStart(8)
const times = (ratio: number | null): string => (ratio === null ? '' : `${ratio.toFixed(2)} ×`).padStart(8)

const printReads = (reads: readonly ReadTimes[]): readonly string[] => [
  `${'use-case'.padEnd(22)}     p50      p95  of the first`,
  ...reads.map(({ name, p50, p95, ratio }) => `${name.padEnd(22)}${ms(p50)} ${ms(p95)} ${times(ratio)}`),
]

const printPages = (pages: readonly PageTimes[], which: 'page' | 'fragment'): readonly string[] => [
  `${which.padEnd(22)}     p50      p95  of the first  p95 to the last byte  largest KB`,
  ...pages.map((line) => {
    const { p50, p95, whole, ratio, kilobytes } = line[which]
    return `${line.name.padEnd(22)}${ms(p50)} ${ms(p95)} ${times(ratio)} ${ms(whole).padStart(21)} ${kilobytes.toFixed(0).padStart(12)}`
  }),
]

/** A piece with 100,000 comments, half of them below one root, a chain 10,000 deep, next to 1,000 other pieces (ms). */
export const thread: Part = async ({ root, dataDir, say }) => {
  say('Writing 100,000 comments below one piece, and 1,000 other pieces…')
  const house = await openBenchHouse(dataDir, root)
  const { stet, database } = house
  await theOwner(stet)
  const big = await seedBigThread(database)
  const wrong = await recount(database, 3)
  // They came past the stores; a server would make up for that while its pages are measured.
  say('Indexing them for the search…')
  const filling = stet.search.fill()
  while (!(await filling.next()).done);
  say('Reading them…')
  const reads = await measureThreadReads(
    { ...makeStores(database, stet.ports.clock, stet.ports.ids), clock: stet.ports.clock },
    big,
  )
  await database.close()
  // What a page costs when nobody has asked for it before: without the press.
  const server = await startServer({ dataDir, env: { PRESS: 'off' } })
  const pages = await measureThreadPages(server.url, big).finally(() => server.stop())
  return {
    text: [
      `${big.visible.length} visible comments under one piece, one request after the other, ms`,
      ...(wrong.length > 0 ? [`WRONG NUMBERS: ${JSON.stringify(wrong)}`] : []),
      ...printReads(reads),
      ...printPages(pages, 'page'),
      ...printPages(pages, 'fragment'),
    ].join('\n'),
    json: { reads, pages },
    wrong: wrong.length > 0,
  }
}
