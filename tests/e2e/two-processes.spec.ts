import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { sql } from '../../lib/db/sql'
import { openHouse } from '../../server/process/open-house'
import { aPiece } from '../support/builders/a-piece'
import { must } from '../support/builders/must'
import { theOwner } from '../support/builders/the-owner'
import { composeBeside } from '../support/compose-beside'
import { POSTGRES_URL, testPlace } from '../support/database'
import { expect, test } from '../support/fixtures'
import { type RunningServer, startServer } from '../support/start-server'

/** Who is told of changes, and writes down each time. */
const hub = async () => {
  const told: string[] = []
  const server = createServer((req, res) => {
    void text(req).then((body) => {
      told.push(...new URLSearchParams(body).getAll('hub.url'))
      res.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { told, place: `127.0.0.1:${port}`, close: () => server.close() }
}

test.describe.configure({ mode: 'parallel' })

/** SQLite has one server, with a program of another process beside it; PostgreSQL has as many as one likes. */
for (const provider of ['sqlite', ...(POSTGRES_URL ? ['postgresql' as const] : [])] as const) {
  test(`on ${provider}, a moment comes once, for every process: seen by all, told once, taken down by itself`, async () => {
    const place = await testPlace(provider)
    const hears = await hub()
    const env = { DATABASE_URL: place.url, OUTBOUND_ALLOW: hears.place }
    const first = await startServer({ env })
    const servers: RunningServer[] = [first]
    if (provider === 'postgresql')
      servers.push(await startServer({ env: { ...env, PUBLIC_URL: first.url }, dataDir: first.dataDir }))
    const { stet, close } = await composeBeside(first)
    const { database } = await openHouse({ ...first, rateLimits: false }, (error) => {
      throw error
    })
    const each = <T>(ask: (server: RunningServer) => Promise<T>): Promise<T[]> =>
      Promise.all(servers.map(ask))
    try {
      const by = await theOwner(stet)
      const { settings, version } = await stet.settings.read()
      const told = { ...settings, webSubHub: `http://${hears.place}/` }
      await must('settings', stet.settings.change(by, { version, settings: told }))
      const piece = await aPiece(stet, { by, title: 'Ropes at noon', state: 'draft' })
      const { articleId, path } = piece
      const date = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
      const wall = { articleId, version: piece.version, date, time: '12:00', zone: 'UTC' }
      const { at } = await must('schedule', stet.articles.schedule(by, wall))
      const details = await must('details', stet.articles.details(by, { articleId }))
      await must(
        'plan its end',
        stet.articles.changeDetails(by, {
          ...{ articleId, version: details.version, bylines: [...details.bylines], zone: 'UTC' },
          ...{ assignedTo: '', commentMode: '', closesAt: '', pinnedUntil: '' },
          unpublishAt: `${date}T13:00`,
        }),
      )
      const statuses = () => each(async ({ url }) => (await fetch(url + path)).status)
      const fronts = () =>
        each(async ({ url }) => (await (await fetch(url)).text()).includes('Ropes at noon'))
      const all = <T>(value: T): T[] => servers.map(() => value)

      // What was planned was told of, as far as it is anybody's business.
      const pending = () =>
        database.read(sql`SELECT 1 FROM "outbox" WHERE "doneAt" IS NULL AND "availableAt" < ${Date.now()}`)
      await expect.poll(async () => (await pending()).length).toBe(0)
      const before = [...hears.told]

      // Both keep their pages, until two seconds before the moment and over it.
      let clock = Date.now()
      const goTo = async (moment: number): Promise<void> => {
        const milliseconds = moment - clock
        await each((server) => server.goAhead(milliseconds))
        clock += milliseconds
      }
      expect([await statuses(), await fronts()]).toEqual([all(404), all(false)])
      await goTo(at - (Date.now() - clock) - 2_000)
      expect([await statuses(), await fronts()]).toEqual([all(404), all(false)])
      await expect.poll(statuses, { timeout: 5_000, intervals: [50] }).toEqual(all(200))
      await expect.poll(fronts, { timeout: 2_000, intervals: [50] }).toEqual(all(true))

      const effects = () =>
        database.read(sql`
          SELECT "attempts", "doneAt" IS NOT NULL AS "isDone" FROM "outbox"
          WHERE "key" = ${`article.changed:${articleId}:at:${at}`}`)
      await expect.poll(async () => Boolean((await effects())[0]?.isDone)).toBe(true)
      expect((await effects()).map(({ attempts }) => Number(attempts))).toEqual([1])
      const feeds = ['', '/authors/olive-owner'].flatMap((list) =>
        ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${first.url}${list}/${file}`),
      )
      await expect.poll(() => hears.told).toEqual([...before, ...feeds])

      await goTo(Date.parse(`${date}T13:00:00Z`) - (Date.now() - clock) - 1_000)
      await expect.poll(statuses, { timeout: 5_000, intervals: [50] }).toEqual(all(410))
      await expect.poll(fronts, { timeout: 2_000, intervals: [50] }).toEqual(all(false))
      // The end is told once as well, and nothing was told twice.
      await expect.poll(() => hears.told).toEqual([...before, ...feeds, ...feeds])

      // What a third process stores is true for each of them.
      const { settings: now } = await stet.settings.read()
      const proof = { name: now.name, password: 'the blue end and the red one' }
      for (const [closed, front] of [
        ['yes', 503],
        ['no', 200],
      ] as const) {
        await must('maintenance', stet.accounts.changeMaintenance(by, { ...proof, closed }))
        const answers = () => each(async ({ url }) => (await fetch(url)).status)
        await expect.poll(answers, { timeout: 2_000, intervals: [50] }).toEqual(all(front))
      }
    } finally {
      await database.close()
      await close()
      await each((server) => server.stop())
      hears.close()
      await place.remove()
    }
  })
}
