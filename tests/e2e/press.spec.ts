import pg from 'pg'
import type { Stet } from '../../lib/compose'
import { aComment } from '../support/builders/a-comment'
import { aDecision } from '../support/builders/a-decision'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { composeBeside } from '../support/compose-beside'
import { POSTGRES_URL, testPlace } from '../support/database'
import { expect, test } from '../support/fixtures'
import { type RunningServer, startServer } from '../support/start-server'

interface Answer {
  readonly status: number
  readonly how: string
  readonly etag: string
  readonly body: string
}

const ask = async ({ url }: Pick<RunningServer, 'url'>, path: string): Promise<Answer> => {
  const response = await fetch(`${url}${path}`, { redirect: 'manual' })
  const header = (name: string): string => response.headers.get(name) ?? ''
  return {
    status: response.status,
    how: /desc=(\w+)/.exec(header('server-timing'))?.[1] ?? '',
    etag: header('etag'),
    body: await response.text(),
  }
}

/** Something a stranger could see happen, one after the other. */
const story = async function* (stet: Stet): AsyncGenerator<readonly string[]> {
  const owner = await theOwner(stet)
  const first = await aPiece(stet, { title: 'The first piece' })
  const paths = [
    '/',
    '/feed.xml',
    '/nothing/here',
    first.path,
    `${first.path}?sort=oldest`,
    `${first.path}/thread`,
  ]
  yield paths
  const one = await aComment(stet, { under: first.slug, body: 'One stands.', then: 'approve' })
  yield paths
  const two = await aComment(stet, {
    under: first.slug,
    to: one.commentId,
    body: 'Two answers.',
    then: 'approve',
  })
  const branch = [`${first.path}?branch=${one.commentId}`, `${first.path}/thread?only=${two.commentId}`]
  yield [...paths, ...branch]
  await stet.moderation.feature(owner, { commentId: one.commentId, pick: 'pick' })
  await aDecision(stet, { on: two.commentId, move: 'reject' })
  yield [...paths, ...branch]
  const second = await aPiece(stet, { title: 'The second piece' })
  yield [...paths, second.path]
  const { settings, version } = await stet.settings.read()
  const changed = { ...settings, name: 'The Morning Pencil', commentMode: 'closed' as const }
  await stet.settings.change(owner, { version, settings: changed })
  yield [...paths, second.path]
  const { articleId } = first
  await stet.articles.changeStatus(owner, { articleId, version: first.version, move: 'unpublish' })
  yield [...paths, second.path]
}

test.describe('several instances on one PostgreSQL', () => {
  test.skip(!POSTGRES_URL, 'TEST_POSTGRES_URL is not set')

  test('every kept page of each is the one that an instance without the press makes', async () => {
    const place = await testPlace('postgresql')
    const writer = await startServer({ env: { DATABASE_URL: place.url } })
    // The same name in every link.
    const env = { DATABASE_URL: place.url, PUBLIC_URL: writer.url }
    const [other, plain] = await Promise.all([
      startServer({ env, dataDir: writer.dataDir }),
      startServer({ env: { ...env, PRESS: 'off' }, dataDir: writer.dataDir }),
    ])
    const beside = await composeBeside(writer)
    try {
      let hits = 0
      for await (const paths of story(beside.stet)) {
        const asks = paths.map(async (path) => {
          const expected = await ask(plain, path)
          expect(expected.how).not.toBe('hit')
          const looks = [writer, other].map(async (server) => {
            // Within two seconds, and then for good.
            const now = async () => (await ask(server, path)).body
            await expect.poll(now, { timeout: 2_000, intervals: [50, 100] }).toBe(expected.body)
            const again = await ask(server, path)
            expect({ ...again, how: '' }).toEqual({ ...expected, how: '' })
            if (again.how === 'hit') hits += 1
          })
          await Promise.all(looks)
        })
        await Promise.all(asks)
      }
      expect(hits).toBeGreaterThan(50)
    } finally {
      await beside.close()
      for (const server of [plain, other, writer]) await server.stop()
      await place.remove()
    }
  })

  test('readers are served from the press while the database fails', async () => {
    const place = await testPlace('postgresql')
    const server = await startServer({ env: { DATABASE_URL: place.url } })
    const beside = await composeBeside(server)
    const client = new pg.Client({ connectionString: POSTGRES_URL })
    await client.connect()
    const schema = client.escapeIdentifier(new URL(place.url).searchParams.get('schema') ?? '')
    try {
      const [kept, unknown] = [await aPiece(beside.stet), await aPiece(beside.stet)]
      const { body } = await ask(server, kept.path)
      await client.query(`ALTER SCHEMA ${schema} RENAME TO away_${process.pid}`)
      // From the moment the server has noticed: it then believes nothing for long, and shows what there is.
      await expect.poll(async () => (await ask(server, kept.path)).how, { timeout: 10_000 }).toBe('old')
      for (let i = 0; i < 10; i += 1)
        expect(await ask(server, kept.path)).toMatchObject({ status: 200, body })
      expect((await ask(server, unknown.path)).status).toBe(503)
      await client.query(`ALTER SCHEMA away_${process.pid} RENAME TO ${schema}`)
      await expect.poll(async () => (await ask(server, kept.path)).how, { timeout: 10_000 }).toBe('hit')
      expect((await ask(server, unknown.path)).status).toBe(200)
    } finally {
      await client.query(`DROP SCHEMA IF EXISTS away_${process.pid} CASCADE`)
      await client.end()
      await beside.close()
      await server.stop()
      await place.remove()
    }
  })
})

test('what a command beside the server changes is on its pages at once', async ({ server, stet }) => {
  const piece = await aPiece(stet, { title: 'A piece to keep' })
  expect(await ask(server, piece.path)).toMatchObject({ status: 200, how: 'miss' })
  expect(await ask(server, piece.path)).toMatchObject({ status: 200, how: 'hit' })
  await aComment(stet, { under: piece.slug, body: 'Written beside.', then: 'approve' })
  expect((await ask(server, piece.path)).body).toContain('Written beside.')
  expect(await ask(server, piece.path)).toMatchObject({ status: 200, how: 'hit' })
})
