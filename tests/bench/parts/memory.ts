import { setTimeout as sleep } from 'node:timers/promises'
import { startServer } from '../../support/start-server'
import { COLLECT_ON_SIGNAL } from '../live-readers'
import { seedManyPieces } from '../many-pieces'
import { openBenchHouse } from '../publication'
import { residentBytes } from '../resident-bytes'
import type { Part } from './part'

const PAGES = 10_000
const BUDGET_MB = 64
/** What a kept page may cost beyond its own bytes: maps, headers, the heap's own gaps. */
const ALLOWANCE = 1.3
const AT_ONCE = 8
const MEGABYTE = 1_048_576

/** Resident megabytes once everything that can be given back is. */
const settled = async (pid: number): Promise<number> => {
  for (let n = 0; n < 3; n += 1) {
    process.kill(pid, 'SIGUSR2')
    await sleep(700)
  }
  return (residentBytes(pid) ?? 0) / MEGABYTE
}

/** A page of every piece once, and its compressed form with it. */
const readAll = async (url: string, slugs: readonly string[], below = ''): Promise<void> => {
  let next = 0
  const read = async (): Promise<void> => {
    for (let slug = slugs[next++]; slug !== undefined; slug = slugs[next++]) {
      const path = `/articles/${slug}${below}`
      const answer = await fetch(url + path, { headers: { 'accept-encoding': 'br' } })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, read))
}

/** How much memory finished pages take: before and after 10,000 were asked for, twice as many as fit the budget or not. */
export const memory: Part = async ({ root, dataDir, say }) => {
  say(`Writing ${PAGES} pieces…`)
  const house = await openBenchHouse(dataDir, root)
  const { slugs } = await seedManyPieces(house.database, PAGES)
  const steps = house.stet.search.fill()
  while (!(await steps.next()).done);
  await house.database.close()
  const server = await startServer({ dataDir, env: { ...COLLECT_ON_SIGNAL, PRESS_MB: String(BUDGET_MB) } })
  try {
    // What rendering costs at all is not the press's: its code is loaded and warm before anything is compared.
    await readAll(server.url, slugs.slice(0, 300))
    const started = await settled(server.pid())
    // Nor is what the database keeps of its file (32 MB a connection): pages that the press does not keep read all of it.
    say(`Reading ${PAGES} pieces…`)
    await readAll(server.url, slugs, '/respond')
    const idle = await settled(server.pid())
    say(`Reading ${PAGES} pages…`)
    await readAll(server.url, slugs)
    const full = await settled(server.pid())
    const most = idle + ALLOWANCE * BUDGET_MB
    const verdict = full <= most ? 'within' : 'MORE THAN'
    return {
      text: `${Math.round(started)} MB at first, ${Math.round(idle)} MB when every piece was read, ${Math.round(full)} MB after ${PAGES.toLocaleString('en')} pages, ${verdict} the ${Math.round(most)} MB that a budget of ${BUDGET_MB} MB allows`,
      json: { started, idle, full, most },
    }
  } finally {
    await server.stop()
  }
}
