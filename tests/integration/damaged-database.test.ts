import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { composeBeside } from '../support/compose-beside'
import { overwriteSearchIndex } from '../support/overwrite-search-index'
import { startServer } from '../support/start-server'

/** The server as it is built, on a file of its own. */
it('survives that its database is cut off: kept pages stay, all else asks to come back later, and nothing is written any more', async () => {
  const server = await startServer()
  const { stet, close } = await composeBeside(server)
  const piece = await aPiece(stet, { title: 'Seen before' })
  await aComment(stet, { under: piece.slug, body: 'Let it stand.', then: 'approve' })
  const unseen = await aPiece(stet, { title: 'Never asked for' })
  await close()
  const file = join(server.dataDir, 'stet.db')
  const pages = ['/', piece.path, '/feed.xml']
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { redirect: 'manual', headers: { accept: 'text/html' }, ...init })
  try {
    for (const path of pages) expect((await ask(path)).status).toBe(200)
    const pid = server.pid()
    truncateSync(file, 3 * 4096)
    await expect.poll(async () => (await ask('/readyz')).status, { timeout: 30_000 }).toBe(503)
    await expect.poll(() => server.output(), { timeout: 30_000 }).toContain('The database is damaged')
    const left = readFileSync(file)

    for (const path of pages) {
      const kept = await ask(path)
      expect(kept.status).toBe(200)
      expect(await kept.text()).toContain('Seen before')
    }
    expect(await (await ask(piece.path)).text()).toContain('Let it stand.')
    for (const path of [unseen.path, '/tags', '/search?q=seen', '/login']) {
      const answer = await ask(path)
      expect({ path, status: answer.status }).toEqual({ path, status: 503 })
      expect(answer.headers.get('retry-after')).toBe('60')
      expect(await answer.text()).toContain('Back in a moment')
    }
    const sent = await ask(`${piece.path}/comments`, {
      method: 'POST',
      headers: { accept: 'text/html', origin: server.url },
      body: new URLSearchParams({ body: 'Typed at the wrong moment.' }),
    })
    expect(sent.status).toBe(503)
    expect(await ask('/healthz')).toMatchObject({ status: 200 })
    expect(server.pid()).toBe(pid)
    expect(server.output().match(/The database is damaged: /g)).toHaveLength(1)
    expect(server.output()).toMatch(/stet -- restore FOLDER/)
    expect(readFileSync(file).equals(left)).toBe(true)
  } finally {
    await server.stop()
  }
}, 120_000)

it('goes on when its search index cannot be read: search alone fails, until it is made anew', async () => {
  const server = await startServer()
  const { stet, close } = await composeBeside(server)
  const piece = await aPiece(stet, { title: 'Lanterns at noon' })
  await close()
  const ask = (path: string) => fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } })
  const search = async (): Promise<string> => {
    const answer = await ask('/search?q=lanterns')
    return `${answer.status} ${/<title>[^<]*/.exec(await answer.text())?.[0]}`
  }
  const finds = async (): Promise<boolean> =>
    (await (await ask('/search?q=lanterns')).text()).includes(piece.path)
  try {
    await expect.poll(finds, { timeout: 30_000 }).toBe(true)
    const pid = server.pid()
    overwriteSearchIndex(join(server.dataDir, 'stet.db'))
    expect(await search()).toBe('500 <title>Something went wrong')
    await expect.poll(finds, { timeout: 30_000 }).toBe(true)
    for (const path of ['/', piece.path, '/tags', '/readyz'])
      expect({ path, status: (await ask(path)).status }).toEqual({ path, status: 200 })
    expect(server.output().match(/The search index is damaged/g)).toHaveLength(1)
    expect(server.output()).toContain('stet -- reindex')
    expect(server.output()).not.toContain('The database is damaged')
    expect(server.pid()).toBe(pid)
  } finally {
    await server.stop()
  }
}, 120_000)
