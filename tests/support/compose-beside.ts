import { setTimeout as sleep } from 'node:timers/promises'
import type { Stet } from '../../lib/compose'
import { sql } from '../../lib/db/sql'
import { type House, openHouse } from '../../server/process/open-house'
import type { RunningServer } from './start-server'

/** A server that does not run carries nothing out. */
const PATIENCE_MS = 3_000

/** Resolves when the server has heard of everything that was stored. */
const heard = async ({ database }: House): Promise<void> => {
  const until = performance.now() + PATIENCE_MS
  const waiting = () =>
    database.read(sql`SELECT 1 FROM "outbox" WHERE "doneAt" IS NULL AND "attempts" < 2 LIMIT 1`)
  while ((await waiting()).length > 0 && performance.now() < until) await sleep(10)
}

/** The same use-cases; whoever changes something goes on when readers see it (pages are kept: decision 14). */
const patient = (stet: Stet, changed: () => boolean, wait: () => Promise<void>): Stet => {
  const over = <T extends object>(part: T): T =>
    new Proxy(part, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function') return member
        return async (...given: unknown[]): Promise<unknown> => {
          const answer: unknown = await member.apply(target, given)
          if (changed()) await wait()
          return answer
        }
      },
    })
  const { ports, comments, ...rooms } = stet
  const { statusPath, question, ...others } = comments
  const parts = Object.entries({ ...rooms, comments: others }).map(([name, part]) => [
    name,
    over<object>(part),
  ])
  const made = Object.fromEntries(parts) as Omit<Stet, 'ports'>
  return { ...made, ports, comments: { ...made.comments, statusPath, question } }
}

/** The use-cases over the database of a running server, as a command beside it has them. */
export const composeBeside = async (server: Pick<RunningServer, 'dataDir' | 'databaseUrl'>) => {
  const house = await openHouse(
    { dataDir: server.dataDir, databaseUrl: server.databaseUrl, rateLimits: false },
    (error) => {
      throw error
    },
  )
  let stored = false
  house.stored.subscribe(() => {
    stored = true
  })
  const changed = (): boolean => {
    const was = stored
    stored = false
    return was
  }
  const stet = patient(house.stet, changed, () => heard(house))
  return { stet, close: () => house.database.close() }
}
