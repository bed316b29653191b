import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DAY, MINUTE } from '../../lib/kernel/clock'
import { aPiece } from '../support/builders/a-piece'
import { must } from '../support/builders/must'
import { theOwner } from '../support/builders/the-owner'
import { composeBeside } from '../support/compose-beside'
import { testPlace } from '../support/database'
import { type RunningServer, startServer } from '../support/start-server'

/** Somebody asks that often, and has kept the page until then. */
const ASK_MS = 5
/** The clock is put so long before the moment: the page is asked for, and kept, over it. */
const BEFORE_MS = 400
const TOO_LATE_MS = 10_000

/** Milliseconds from each moment until the first answer that shows the piece, had by whoever asks the slowest process. */
export interface Moments {
  readonly processes: number
  readonly address: readonly number[]
  readonly front: readonly number[]
}

const wallOf = (at: number): { readonly date: string; readonly time: string; readonly zone: string } => {
  const iso = new Date(at).toISOString()
  return { date: iso.slice(0, 10), time: iso.slice(11, 16), zone: 'UTC' }
}

/** Schedules pieces a minute apart and lets the clock of real servers come to each. PostgreSQL has two processes, SQLite one. */
export const measureMoments = async (
  provider: 'sqlite' | 'postgresql',
  moments: number,
): Promise<Moments> => {
  const place = await testPlace(provider)
  const dataDir = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const servers: RunningServer[] = []
  try {
    const env = { DATABASE_URL: place.url }
    const first = await startServer({ env, dataDir })
    servers.push(first)
    if (provider === 'postgresql')
      servers.push(await startServer({ env: { ...env, PUBLIC_URL: first.url }, dataDir }))
    const { stet, close } = await composeBeside(first)
    const by = await theOwner(stet)
    const began = Math.ceil((Date.now() + DAY) / MINUTE) * MINUTE
    const pieces = []
    for (let n = 0; n < moments; n += 1) {
      const at = began + n * MINUTE
      const title = `Ropes at minute ${n}`
      const { articleId, version, path } = await aPiece(stet, { by, title, state: 'draft' })
      await must('schedule', stet.articles.schedule(by, { articleId, version, ...wallOf(at) }))
      pieces.push({ at, path, title })
    }
    await close()

    let ahead = 0
    const untilShown = async (at: number, shows: (server: RunningServer) => Promise<boolean>) => {
      const each = servers.map(async (server) => {
        while (!(await shows(server))) {
          if (Date.now() + ahead - at > TOO_LATE_MS) break
          await sleep(ASK_MS)
        }
        return Date.now() + ahead - at
      })
      return Math.max(...(await Promise.all(each)))
    }
    const [address, front]: [number[], number[]] = [[], []]
    for (const { at, path, title } of pieces) {
      const jump = at - BEFORE_MS - (Date.now() + ahead)
      for (const server of servers) await server.goAhead(jump)
      ahead += jump
      const [one, other] = await Promise.all([
        untilShown(at, async ({ url }) => (await fetch(url + path)).ok),
        untilShown(at, async ({ url }) => (await (await fetch(url)).text()).includes(title)),
      ])
      address.push(one)
      front.push(other)
    }
    return { processes: servers.length, address, front }
  } finally {
    for (const server of servers) await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
    await place.remove()
  }
}
