import { once } from 'node:events'
import { type Socket, connect, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { LiveStream } from '../../../server/live/live-stream'
import { shutDown } from '../../../server/process/shut-down'
import { aDecision } from '../../support/builders/a-decision'
import { aPiece } from '../../support/builders/a-piece'
import { openLivePage } from '../../support/live-page'
import { servePipeline } from '../../support/serve-pipeline'
import { serveLive, site, piece, pages, open, approved, streamOf } from './live-stage'

serveLive()

describe('a stream', () => {
  it('is an event stream that nobody on the way keeps, changes, compresses or holds back', async () => {
    const page = await open('', { 'accept-encoding': 'gzip, br' })
    expect(page.status).toBe(200)
    expect(page.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    expect(page.headers['content-encoding']).toBeUndefined()
    expect(page.headers['set-cookie']).toBeUndefined()
    const retry = Number(/^retry: (\d+)\n\n/.exec(page.bytes())?.[1])
    expect(retry).toBeGreaterThanOrEqual(2_000)
    expect(retry).toBeLessThan(5_000)
    expect(page.events()).toMatchObject([{ event: 'hello', data: { count: 0, active: 1, typing: 0 } }])
  })

  it('tells what comes into sight, and what goes', async () => {
    const page = await open()
    const id = await approved()
    await aDecision(site.stet, { on: id, move: 'reject' })
    await site.drain()
    await page.next(({ event }) => event === 'vanished')
    expect(page.events().slice(1)).toMatchObject([
      { event: 'appeared', data: { id, parentId: null, count: 1 } },
      { event: 'vanished', data: { id, count: 0 } },
    ])
  })

  it('goes on where a reader was, by the header of a browser or by the address', async () => {
    const first = await open()
    await approved()
    const { id } = await first.next(({ event }) => event === 'appeared')
    first.leave()
    await first.ended
    const missed = await approved()
    for (const page of [
      await open('', { 'last-event-id': id ?? '' }),
      await open(`?last=${id}`),
      // The browser knows better than the address it was opened with.
      await open('?last=old-1', { 'last-event-id': id ?? '' }),
    ]) {
      expect(page.events()).toMatchObject([
        { event: 'hello', id },
        { event: 'appeared', data: { id: missed } },
      ])
    }
    expect((await open('?last=old-1')).events()).toMatchObject([{ event: 'hello' }, { event: 'reset' }])
  })

  it('says who is there and that somebody types', async () => {
    const [reader, typist] = [await open(), await open()]
    await reader.next(({ event, data }) => event === 'active' && data.active === 2)
    const answer = await site.post(`${piece.path}/typing`, { stream: streamOf(typist) })
    expect(answer.status).toBe(204)
    await reader.next(({ event, data }) => event === 'typing' && data.typing === 1)
    typist.leave()
    await reader.next(({ event, data }) => event === 'active' && data.active === 1)
    expect(typist.bytes()).not.toContain('event: typing')
  })

  it('answers HEAD with its headers and ends', async () => {
    const answer = await fetch(`${site.origin}${piece.path}/live`, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(await answer.text()).toBe('')
  })

  it('is found under an earlier address of the piece', async () => {
    site.ports.tables.slugHistory.set('where-it-was', piece.articleId)
    const page = await openLivePage(`${site.origin}/articles/where-it-was/live`)
    pages.push(page)
    expect(page.status).toBe(200)
  })

  it('takes GET only', async () => {
    const answer = await site.post(`${piece.path}/live`, {})
    expect(answer.status).toBe(405)
    expect((await site.get(`${piece.path}/typing`)).status).toBe(405)
  })
})

describe('limits', () => {
  it('ten streams of one address, and room again when one ends', async () => {
    for (let n = 0; n < 10; n += 1) expect((await open()).status).toBe(200)
    const refused = await open()
    expect(refused.status).toBe(429)
    expect(refused.headers['retry-after']).toBe('60')
    const [first] = pages
    first?.leave()
    await expect.poll(async () => (await open()).status).toBe(200)
  })

  it('none where limits are off', async () => {
    const free = await servePipeline({ env: { rateLimits: false } })
    const { path } = await aPiece(free.stet)
    const many = await Promise.all(
      Array.from({ length: 30 }, () => openLivePage(`${free.origin}${path}/live`)),
    )
    expect(many.map(({ status }) => status)).toEqual(many.map(() => 200))
    await free.close()
  })
})

describe('slow readers', () => {
  /** The two ends of a connection. */
  const connection = async (): Promise<{ here: Socket; there: Socket; close: () => void }> => {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const there = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
    const [here] = (await once(server, 'connection')) as [Socket]
    here.on('error', () => {})
    there.on('error', () => {})
    const close = (): void => {
      here.destroy()
      there.destroy()
      server.close()
    }
    return { here, there, close }
  }
  const CHUNK = Buffer.alloc(16 * 1024, 'x')

  it('are cut when they do not take what they are sent', async () => {
    const { here, close } = await connection()
    const stream = new LiveStream('slow', here)
    let sent = 0
    // What the kernel holds for them is its own; more than 64 KiB in our memory is too much.
    while (!stream.gone && sent < 5_000) {
      stream.send(CHUNK)
      sent += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(stream.gone).toBe(true)
    stream.send(CHUNK)
    expect(here.writableLength).toBeLessThanOrEqual(64 * 1024 + CHUNK.length)
    close()
  })

  it('and nobody else is, however much there is', async () => {
    const { here, there, close } = await connection()
    const stream = new LiveStream('quick', here)
    let received = 0
    for (let sent = CHUNK.length; sent <= 200 * CHUNK.length; sent += CHUNK.length) {
      stream.send(CHUNK)
      while (received < sent) received += ((await once(there, 'data')) as [Buffer])[0].length
    }
    expect(stream.gone).toBe(false)
    close()
  })
})

describe('when the server stops', () => {
  it('streams end at once, though a request is still under way', async () => {
    const own = await servePipeline()
    const { path } = await aPiece(own.stet)
    let finish = (): void => {}
    const begun = new Promise<void>((began) => {
      own.renderWith(
        () =>
          new Promise((resolve) => {
            finish = () =>
              resolve({ status: 200, bytes: Buffer.from('<p>late</p>'), hasPlayer: false, style: null })
            began()
          }),
      )
    })
    const late = own.get('/')
    await begun
    const page = await openLivePage(`${own.origin}${path}/live`)
    const order: string[] = []
    own.services.live.close()
    const stopped = shutDown(own.server, [], own.services.log).then(() => order.push('stopped'))
    await page.ended
    order.push('stream ended')
    finish()
    expect((await late).status).toBe(200)
    await stopped
    expect(order).toEqual(['stream ended', 'stopped'])
  })
})
