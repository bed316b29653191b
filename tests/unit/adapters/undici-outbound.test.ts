import { existsSync, readFileSync } from 'node:fs'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undiciOutbound } from '../../../lib/adapters/undici-outbound'

const OURS = new URL('../../testdata/hostile/outbound-urls.txt', import.meta.url)
const COLLECTED = new URL('../../../../shared/testdata/hostile/ssrf-urls.txt', import.meta.url)
const lines = (file: URL): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []

/** Names as a hostile zone may give them; nobody outside is asked. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'both-ways.test': ['203.0.113.9', '127.0.0.1'],
  'public.test': ['93.184.215.14'],
}
const lookup: LookupFunction = (name, options, done) => {
  const addresses = (NAMES[name] ?? ['127.0.0.1']).map((address) => ({ address, family: 4 }))
  if (options.all) done(null, addresses)
  else done(null, addresses[0]?.address ?? '', 4)
}

type Act = (request: IncomingMessage, response: ServerResponse) => void
const reached: IncomingMessage[] = []
let act: Act = (_request, response) => response.end()
let server: Server
let port = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request)
    act(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  reached.length = 0
})

const strict = undiciOutbound({ allowed: [], lookup })
const lenient = (patienceMs?: number) =>
  undiciOutbound({ allowed: [`ours.test:${port}`], lookup, ...(patienceMs ? { patienceMs } : {}) })
const ours = (path = '/') => `http://ours.test:${port}${path}`

describe('addresses nobody sends us to', () => {
  it.each(lines(OURS))('%s', async (url) => {
    expect(await strict.send({ method: 'GET', url })).toMatchObject({ kind: 'refused' })
  })

  it.skipIf(!existsSync(COLLECTED))(
    `those that others collected${existsSync(COLLECTED) ? '' : ' (skipped: the shared test data is not here)'}`,
    async () => {
      for (const url of lines(COLLECTED)) {
        expect([url, await strict.send({ method: 'GET', url })]).toMatchObject([url, { kind: 'refused' }])
      }
    },
  )

  it('nor is the server asked that a private name with its port leads to', async () => {
    expect(await strict.send({ method: 'POST', url: ours(), body: 'x' })).toMatchObject({ kind: 'refused' })
    expect(await strict.send({ method: 'GET', url: `http://127.0.0.1:${port}/` })).toMatchObject({
      kind: 'refused',
    })
    expect(reached).toEqual([])
  })

  it.each([
    ['a literal address', () => `http://127.0.0.1:${port}/inside`],
    ['another name for it', () => `http://inward.test:${port}/inside`],
    ['another scheme', () => 'file:///etc/hosts'],
    ['nonsense', () => 'http://[/'],
  ])('nor by a redirect to %s', async (_what, target) => {
    act = (_request, response) => response.writeHead(302, { location: target() }).end()
    expect(await lenient().send({ method: 'GET', url: ours() })).toMatchObject({ kind: 'refused' })
    expect(reached).toHaveLength(1)
  })
})

describe('a request', () => {
  it('brings back status, headers and text from a place that the operator allows', async () => {
    act = (request, response) => {
      request.on('data', (body) => response.writeHead(418, { 'x-said': 'yes' }).end(`got ${body}`))
    }
    const headers = { 'content-type': 'text/plain' }
    const answer = await lenient().send({ method: 'POST', url: ours('/in?q'), body: 'hello', headers })
    expect(answer).toMatchObject({
      ...{ kind: 'answered', status: 418, text: 'got hello', headers: { 'x-said': 'yes' } },
    })
    expect(reached[0]).toMatchObject({ method: 'POST', url: '/in?q' })
    expect(reached[0]?.headers).toMatchObject({ 'content-type': 'text/plain', 'user-agent': 'Stet' })
  })

  it('follows redirects within a place, and gives up where they lead in a circle', async () => {
    act = (request, response) => {
      if (request.url === '/there') response.end('here')
      else response.writeHead(301, { location: request.url === '/' ? '/there' : '/again' }).end()
    }
    expect(await lenient().send({ method: 'GET', url: ours() })).toMatchObject({ status: 200, text: 'here' })
    expect(await lenient().send({ method: 'GET', url: ours('/again') })).toMatchObject({ kind: 'failed' })
  })

  it('is posted again only where it is asked for again', async () => {
    act = (request, response) => {
      const status = request.url === '/moved' ? 302 : 307
      if (request.url === '/there') response.end()
      else response.writeHead(status, { location: '/there' }).end()
    }
    await lenient().send({ method: 'POST', url: ours('/again'), body: 'x' })
    expect(reached.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /again', 'POST /there'])
    expect(await lenient().send({ method: 'POST', url: ours('/moved'), body: 'x' })).toMatchObject({
      ...{ kind: 'answered', status: 302 },
    })
    expect(reached).toHaveLength(3)
  })

  it('fails, and does not throw, where nobody answers, hangs up, or says too much', async () => {
    act = () => {}
    expect(await lenient(50).send({ method: 'GET', url: ours() })).toMatchObject({ kind: 'failed' })
    act = (request) => request.socket.destroy()
    expect(await lenient().send({ method: 'GET', url: ours() })).toMatchObject({ kind: 'failed' })
    act = (_request, response) => response.end(Buffer.alloc(5 * 1024 * 1024 + 1, 'a'))
    expect(await lenient().send({ method: 'GET', url: ours() })).toMatchObject({
      ...{ kind: 'failed', why: 'The answer is longer than 5 MB.' },
    })
    expect(
      await lenient().send({ method: 'GET', url: ours(), headers: { 'x-bad': 'a\r\nb: c' } }),
    ).toMatchObject({ kind: 'failed' })
  })
})
