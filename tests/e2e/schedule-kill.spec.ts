import { sql } from '../../lib/db/sql'
import { openHouse } from '../../server/process/open-house'
import { aPiece } from '../support/builders/a-piece'
import { must } from '../support/builders/must'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'

const SOON = 4_000

test('a moment that passes while the server is dead is not missed, and is told of once', async ({
  server,
  stet,
}) => {
  const by = await theOwner(stet)
  const { articleId, version, path } = await aPiece(stet, { by, title: 'Ropes', state: 'draft' })
  const tomorrow = { date: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10), time: '09:00' }
  const wall = { articleId, version, zone: 'UTC', ...tomorrow }
  const { at: planned } = await must('schedule', stet.articles.schedule(by, wall))

  const { database } = await openHouse({ ...server, rateLimits: false }, (error) => {
    throw error
  })
  // Forms know minutes; a test cannot wait that long.
  const at = Date.now() + SOON
  await database.transaction(async (tx) => {
    await tx.run(sql`
      UPDATE "article" SET "publishedAt" = ${at}, "firstPublishedAt" = ${at} WHERE "id" = ${articleId}`)
    await tx.run(sql`UPDATE "outbox" SET "availableAt" = ${at} WHERE "availableAt" = ${planned}`)
  })
  const told = () =>
    database.read(sql`
      SELECT "attempts", "doneAt" FROM "outbox" WHERE "key" = ${`article.changed:${articleId}:at:${planned}`}`)
  const status = async (): Promise<number> => (await fetch(server.url + path)).status

  expect(await status()).toBe(404)
  await server.kill9()
  await expect.poll(() => Date.now(), { timeout: 3 * SOON }).toBeGreaterThan(at)
  expect(await told()).toMatchObject([{ doneAt: null }])
  await server.restart()
  // The very first answer: nothing has to run for it.
  expect(await status()).toBe(200)
  expect(await (await fetch(`${server.url}/feed.xml`)).text()).toContain('Ropes')
  await expect.poll(async () => (await told())[0]?.doneAt ?? null).not.toBeNull()
  const once = await told()
  await server.kill9()
  await server.restart()
  expect(await status()).toBe(200)
  expect(await told()).toEqual(once)
  await database.close()
})
