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

/** Every page once, and its compressed form with it. */
const readAll = async (url: string, slugs: readonly string[]): Promise<void> => {
  let next = 0
  const read = async (): Promise<void> => {
    for (let slug = slugs[next++]; slug !== undefined; slug = slugs[next++]) {
      const answer = await fetch(`${url}/articles/${slug}`, { headers: { 'accept-encoding': 'br' } })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`/articles/${slug}: ${answer.status}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, read))
}

/** How much memory finished pages take: idle, and when 10,000 were asked for, twice as many as fit the budget or not. */
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
    await readAll(`${server.url}`, slugs.slice(0, 300))
    const idle = await settled(server.pid())
    say(`Reading ${PAGES} pages…`)
    await readAll(server.url, slugs)
    const full = await settled(server.pid())
    const most = idle + ALLOWANCE * BUDGET_MB
    const verdict = full <= most ? 'within' : 'MORE THAN'
    return {
      text: `${Math.round(idle)} MB before, ${Math.round(full)} MB after ${PAGES.toLocaleString('en')} pages, ${verdict} the ${Math.round(most)} MB that a budget of ${BUDGET_MB} MB allows`,
      json: { idle, full, most },
    }
  } finally {
    await server.stop()
  }
}
