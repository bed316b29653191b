import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Agent, type IncomingMessage, type Server, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextOverSocket, readAnswer } from '../../server/next/ask-next'
import { openInternalSocket } from '../../server/next/internal-socket'
import { announce } from '../../server/process/announce'
import { makeDataDir } from '../../server/process/data-dir'
import { listen, makeHttpServer } from '../../server/process/http-server'
import { startOutboxWorker } from '../../server/process/outbox-worker'
import { keepReserve } from '../../server/process/reserve'
import { shutDown } from '../../server/process/shut-down'

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
  vi.clearAllMocks()
})

const portOf = (server: Server): number => (server.address() as AddressInfo).port
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'stet-process-'))
  opened.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

describe('the socket Next listens on', () => {
  it('is in a folder that only we can enter, carries questions and answers, and leaves nothing behind', async () => {
    const socket = await openInternalSocket((req, res) => {
      const chunks: Buffer[] = []
      req.on('data', (chunk: Buffer) => chunks.push(chunk))
      req.on('end', () => {
        res.writeHead(418, { 'x-asked': `${req.method} ${req.url}` })
        res.end(Buffer.concat(chunks))
      })
    })
    expect(statSync(dirname(socket.path)).mode & 0o777).toBe(0o700)
    const ask = nextOverSocket(socket.path)
    const answer = await ask({
      method: 'POST',
      path: '/a?b=c',
      headers: { host: 'x' },
      body: Buffer.from('hello'),
    })
    expect(answer).toMatchObject({ status: 418, headers: { 'x-asked': 'POST /a?b=c' } })
    expect((await readAnswer(answer)).toString()).toBe('hello')
    await socket.close()
    expect(existsSync(dirname(socket.path))).toBe(false)
    await expect(ask({ method: 'GET', path: '/', headers: {} })).rejects.toThrow()
  })

  it('hears that a visitor has left', async () => {
    const gone = new AbortController()
    let heard = (): void => {}
    const left = new Promise<void>((resolve) => {
      heard = resolve
    })
    const socket = await openInternalSocket((_, res) => {
      res.once('close', heard)
      gone.abort()
    })
    opened.push(() => socket.close())
    const question = { method: 'GET', path: '/', headers: {}, signal: gone.signal }
    await expect(nextOverSocket(socket.path)(question)).rejects.toThrow(/abort/i)
    await left
  })
})

describe('listening', () => {
  it('holds slow visitors to the agreed times', () => {
    const server = makeHttpServer(() => {})
    expect(server).toMatchObject({ headersTimeout: 15_000, requestTimeout: 30_000 })
  })

  it('names the port that is taken, and a free one', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    opened.push(() => other.close())
    const port = portOf(other)
    await expect(
      listen(
        makeHttpServer(() => {}),
        { host: '127.0.0.1', port },
      ),
    ).rejects.toThrow(
      `Port ${port} is used by another program. Stop it, or choose another port: PORT=${port + 1}.`,
    )
  })

  it('names the address that is not ours', async () => {
    await expect(
      listen(
        makeHttpServer(() => {}),
        { host: '203.0.113.1', port: 4299 },
      ),
    ).rejects.toThrow(/HOST=203\.0\.113\.1/)
  })
})

describe('shutting down', () => {
  it('lets requests under way end, lets no new one in, then closes in order', async () => {
    let finish = (): void => {}
    const began = new Promise<void>((resolve) => {
      finish = resolve
    })
    const order: string[] = []
    const server = makeHttpServer((_, res) => {
      finish()
      setImmediate(() => {
        order.push('answered')
        res.end('done')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const port = portOf(server)
    const agent = new Agent({ keepAlive: true })
    opened.push(() => agent.destroy())
    const answered = new Promise<IncomingMessage>((resolve) => get({ port, agent }, resolve))
    await began
    const closings = [
      () => void order.push('first'),
      () => {
        throw new Error('stuck')
      },
      () => void order.push('last'),
    ]
    const ended = shutDown(server, closings, log)
    const response = await answered
    response.resume()
    await ended
    expect(response.statusCode).toBe(200)
    expect(order).toEqual(['answered', 'first', 'last'])
    expect(log.error).toHaveBeenCalledTimes(1)
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow()
  })
})

describe('the outbox worker', () => {
  it('drains again and again, outlives failures and stops', async () => {
    let rounds = 0
    const worker = startOutboxWorker(
      {
        drain: async () => {
          rounds += 1
          if (rounds === 2 || rounds === 3) throw new Error('database away')
          return 0
        },
        prune: vi.fn(async () => 0),
      },
      { everyMs: 1, log, now: () => 0 },
    )
    await vi.waitUntil(() => rounds >= 5)
    await worker.stop()
    const after = rounds
    expect(log.error).toHaveBeenCalledTimes(1)
    await new Promise((resolve) => setImmediate(resolve))
    expect(rounds).toBe(after)
  })
})

describe('the data folder', () => {
  it('is made for this user only', () => {
    const path = join(folder(), 'a', 'data')
    makeDataDir(path)
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(() => makeDataDir(path)).not.toThrow()
  })

  it('holds files for this user only, also where the folder is an older one', () => {
    const before = process.umask(0o022)
    const dataDir = folder()
    makeDataDir(dataDir)
    writeFileSync(join(dataDir, 'stet.db'), '')
    process.umask(before)
    expect(statSync(join(dataDir, 'stet.db')).mode & 0o777).toBe(0o600)
  })

  it('is refused in words when it is no folder', () => {
    expect(() => makeDataDir('/dev/null/data')).toThrow(
      /data folder \/dev\/null\/data cannot be used.*DATA_DIR/,
    )
  })

  it('keeps room for the day the disk is full, and gives it up', () => {
    const dataDir = folder()
    const reserve = keepReserve(dataDir)
    expect(statSync(join(dataDir, 'reserve')).blocks * 512).toBeGreaterThanOrEqual(8 * 1024 * 1024)
    reserve.release()
    expect(existsSync(join(dataDir, 'reserve'))).toBe(false)
  })
})

describe('what is printed', () => {
  const env = {
    host: '127.0.0.1',
    port: 3000,
    publicOrigin: 'http://localhost:3000',
    https: false,
    trustedProxyCount: 0,
  }

  it('is the address, and the setup link while nobody owns the publication', () => {
    expect(announce(env, null)).toBe('\nStet is ready: http://localhost:3000\n')
    expect(announce(env, 'key')).toContain('\n  http://localhost:3000/setup?token=key\n')
  })

  it('says where it listens when readers come by another address', () => {
    const behind = { ...env, host: '::1', publicOrigin: 'https://news.example.org', https: true }
    expect(announce(behind, null)).toContain('https://news.example.org (listening on http://[::1]:3000)')
    expect(announce(behind, null)).toContain('TRUSTED_PROXY_COUNT')
    expect(announce({ ...behind, trustedProxyCount: 1 }, null)).not.toContain('TRUSTED_PROXY_COUNT')
  })
})
