import { startServer } from '../../support/start-server'
import { measureApproving } from '../approve-by-use-case'
import { measureHttp, measureOther } from '../http-lines'
import type { Measured } from '../load'
import { Posted, saySettled } from '../posted'
import { openBenchHouse, seedPublication } from '../publication'
import { rawDecide, rawInsert } from '../raw-sql'
import { residentBytes } from '../resident-bytes'
import { type Line, printTable, toJson } from '../table'
import type { Part } from './part'

/** What Stet does in a second, beside what this machine could do at best. */
export const speed: Part = async ({ root, dataDir, seconds, line, say, compare }) => {
  say('Writing twelve pieces and 5,000 waiting comments…')
  const first = await openBenchHouse(dataDir, root)
  const publication = await seedPublication(first)
  // The server would enter 5,000 texts into the search while the first line is measured.
  for await (const _ of first.stet.search.fill());
  await first.database.close()

  say('Measuring the server…')
  const inserting = rawInsert(dataDir, seconds / 2)
  const from = performance.now()
  const server = await startServer({ dataDir })
  const startMs = performance.now() - from
  const posted = new Posted()
  const http = await measureHttp(server.url, publication, { seconds, posted, kind: line }).finally(() => {
    const bytes = residentBytes(server.pid())
    const megabytes = bytes === null ? '?' : Math.round(bytes / 1_048_576)
    say(`Memory of the server under load: ${megabytes} MB; ready after ${Math.round(startMs)} ms.`)
    return server.stop()
  })
  const settled = posted.settle(dataDir)
  const others = compare ? await measureOther(compare, seconds) : []

  say('Measuring decisions…')
  const deciding = rawDecide(dataDir, seconds / 2)
  const second = await openBenchHouse(dataDir, root)
  const approving = await measureApproving(second, publication)
  await second.database.close()

  const stores: Readonly<Partial<Record<string, Measured>>> = {
    'post a comment': inserting,
    'post one of a flood': inserting,
    'approve (plain form)': deciding,
  }
  const lines: readonly Line[] = [
    ...[...http, ...others].map(({ name, measured, bare }) => ({
      name,
      measured,
      yardsticks: { 'node:http': bare, 'raw SQL': stores[name] },
    })),
    { name: 'approve (use-case, one by one)', measured: approving, yardsticks: { 'raw SQL': deciding } },
  ]
  return {
    text: `${printTable(lines)}\n\n${saySettled(settled)}`,
    json: { ...toJson(lines), posted: settled },
    wrong: settled.lost + settled.duplicated > 0,
  }
}
