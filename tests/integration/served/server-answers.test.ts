import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { finishPage } from '../../../lib/press/finished-page'
import { StorageFull } from '../../../lib/kernel/storage-full'
import { aPiece } from '../../support/builders/a-piece'
import { type ServedPipeline, renderedPage, servePipeline } from '../../support/serve-pipeline'
import { speakHttp } from '../../support/speak-http'

const HOSTILE = readFileSync(
  new URL('../../testdata/hostile/nextjs-internal-headers.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .flatMap((line) => {
    const match = /^([^:]+): (.*)$/.exec(line)
    return match?.[1] && match[2] !== undefined ? [[match[1], match[2]] as const] : []
  })

let site: ServedPipeline
let path = ''
beforeAll(async () => {
  const icon = { page: finishPage(200, 'image/svg+xml', Buffer.from('<svg/>')), immutable: false }
  const script = {
    page: finishPage(200, 'text/javascript', Buffer.from('let a\n'.repeat(200))),
    immutable: true,
  }
  const files = new Map([
    ['/icon.svg', icon],
    ['/islands/reader-1.js', script],
  ])
  site = await servePipeline({ staticFiles: { find: (address) => files.get(address) ?? null } })
  path = (await aPiece(site.stet)).path
})
afterAll(() => site.close())
beforeEach(() => {
  site.questions.length = 0
  site.rendered.length = 0
  site.renderWith(null)
  site.reports.length = 0
  site.sayNext((question) => ({ body: renderedPage(question.path) }))
})

describe('a reader page', () => {
  it('comes without the framework, under a policy without anything inline', async () => {
    const response = await site.get(path)
    const scripts = (await response.text()).match(/<script[^>]*>/g) ?? []
    const data = '<script type="application/ld+json">'
    const island = '<script type="module" src="/islands/reader-1.js" fetchPriority="low">'
    expect(scripts).toEqual([data, data, island])
    const csp = response.headers.get('content-security-policy') ?? ''
    expect(csp).toContain("script-src 'self';")
    expect(csp).not.toMatch(/unsafe|nonce|https?:/)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=5, must-revalidate',
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'speculation-rules': '"/speculation-rules.json"',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
    for (const name of ['x-powered-by', 'set-cookie', 'strict-transport-security', 'link']) {
      expect(response.headers.has(name)).toBe(false)
    }
  })

  it('is asked for without anything of the visitor', async () => {
    await site.get(path, { cookie: 'stet-guest=x', 'user-agent': 'Mozilla', authorization: 'Bearer x' })
    expect(site.rendered).toEqual([{ path }])
    expect(site.questions).toEqual([])
  })

  it('has a strong validator per coding, and 304 for each of them', async () => {
    const plain = await speakHttp(site.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(plain).not.toMatch(/content-encoding/i)
    const codings = ['gzip', 'br', 'identity']
    const tags = await Promise.all(
      codings.map(async (coding) => {
        const response = await site.get(path, { 'accept-encoding': coding })
        expect(response.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding)
        expect(await response.text()).toContain('<h1')
        return response.headers.get('etag') ?? ''
      }),
    )
    expect(new Set(tags).size).toBe(3)
    for (const [i, tag] of tags.entries()) {
      expect(tag).toMatch(/^"[\w-]+"$/)
      for (const [j, coding] of codings.entries()) {
        const again = await site.get(path, { 'if-none-match': tag, 'accept-encoding': coding })
        expect(again.status).toBe(i === j ? 304 : 200)
        expect(await again.text()).toHaveLength(i === j ? 0 : (await (await site.get(path)).text()).length)
      }
    }
    expect((await site.get(path, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('has the same bytes in every coding', async () => {
    const raw = async (coding: string): Promise<Buffer> => {
      const heard = await speakHttp(
        site.port,
        `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ${coding}\r\nConnection: close\r\n\r\n`,
      )
      return Buffer.from(heard.slice(heard.indexOf('\r\n\r\n') + 4), 'latin1')
    }
    const plain = await raw('identity')
    expect(gunzipSync(await raw('gzip'))).toEqual(plain)
    expect(brotliDecompressSync(await raw('br'))).toEqual(plain)
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const [head, get] = await Promise.all([
      speakHttp(site.port, `HEAD ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
      speakHttp(site.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    ])
    const headers = (heard: string): string[] =>
      heard
        .slice(0, heard.indexOf('\r\n\r\n'))
        .split('\r\n')
        .filter((line) => !/^(x-request-id|date|server-timing)/i.test(line))
    expect(headers(head)).toEqual(headers(get))
    expect(head.endsWith('\r\n\r\n')).toBe(true)
  })

  it('is the same byte for byte whatever headers of Next’s own somebody sends', async () => {
    expect(HOSTILE.length).toBeGreaterThan(15)
    // Byte by byte, as speakHttp hears it.
    const expected = Buffer.from(await (await site.get(path)).arrayBuffer()).toString('latin1')
    for (const [name, value] of HOSTILE) {
      const heard = await speakHttp(
        site.port,
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${name}: ${value}\r\n\r\n`,
      )
      expect(heard, name).toMatch(/^HTTP\/1\.1 200 /)
      expect(heard.slice(heard.indexOf('\r\n\r\n') + 4), name).toBe(expected)
    }
    expect(site.rendered.map((question) => Object.keys(question))).toEqual(site.rendered.map(() => ['path']))
    expect(site.questions).toEqual([])
  })

  it('says "back in a moment", with 503, while the database does not answer', async () => {
    const { isReady } = site.services
    Object.assign(site.services, { isReady: async () => false })
    site.renderWith(() => Promise.reject(new Error('no database')))
    try {
      for (const [accept, type] of [
        ['text/html', 'text/html; charset=utf-8'],
        ['application/json', 'application/problem+json'],
      ] as const) {
        const response = await site.get(path, { accept })
        expect(response.status).toBe(503)
        expect(response.headers.get('retry-after')).toBe('60')
        expect(response.headers.get('cache-control')).toBe('no-store')
        expect(response.headers.get('content-type')).toBe(type)
        expect(await response.text()).toContain('Back in a moment')
      }
    } finally {
      Object.assign(site.services, { isReady })
    }
  })

  it('is replaced by the prepared page, with 500, when it cannot be made', async () => {
    site.renderWith(() => Promise.reject(new Error('no page')))
    const response = await site.get(path, { accept: 'text/html' })
    expect(response.status).toBe(500)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toContain('Something went wrong')
    expect(site.reports).toHaveLength(1)
  })

  it('says in plain words that the disk is full', async () => {
    site.renderWith(() => Promise.reject(new StorageFull(new Error('SQLITE_FULL'))))
    const response = await site.get(path, { accept: 'text/html' })
    expect(response.status).toBe(507)
    expect(await response.text()).toContain('The disk of this publication is full')
  })
})

describe('a personal page', () => {
  it('is rendered with the cookie and kept by nobody', async () => {
    const response = await site.get(`${path}/mine?posted=1`, { cookie: 'stet-guest=secret' })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.has('etag')).toBe(false)
    expect(site.rendered).toMatchObject([
      {
        path: `${path}/mine?posted=1`,
        visitor: { cookie: 'stet-guest=secret', client: { addressBlock: '127.0.0.1' } },
      },
    ])
  })

  it('cannot be given facts from outside', async () => {
    await site.get(`${path}/mine`, {
      'x-stet-address': '1.2.3.4',
      'x-stet-request-id': 'r',
    })
    const { client } = site.rendered[0]?.visitor ?? {}
    expect(client?.addressBlock).toBe('127.0.0.1')
    expect(client?.requestId).toMatch(/^[0-9a-z]{26}$/)
  })
})

describe('a staff page', () => {
  it('has a policy with a nonce of its own, the one Next was told', async () => {
    const nonces = await Promise.all(
      [0, 1].map(async () => {
        const response = await site.get('/desk', { accept: 'text/html' })
        const csp = response.headers.get('content-security-policy') ?? ''
        expect(csp).toContain("frame-ancestors 'none'")
        expect(csp).not.toContain('unsafe')
        expect(response.headers.get('cache-control')).toBe('private, no-store')
        expect(await response.text()).toContain('__next_f')
        return /'nonce-([\w+/=]+)'/.exec(csp)?.[1]
      }),
    )
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    const told = site.questions.map(({ headers }) => headers['content-security-policy'])
    expect(told.map((csp) => /'nonce-([\w+/=]+)'/.exec(csp ?? '')?.[1]).sort()).toEqual([...nonces].sort())
  })

  it('where a piece is written has no script of the framework, and no nonce it could use', async () => {
    const response = await site.get(`/studio/${'0'.repeat(26)}`, { accept: 'text/html' })
    const csp = response.headers.get('content-security-policy') ?? ''
    expect(csp).toContain("script-src 'self';")
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).not.toMatch(/nonce|unsafe|strict-dynamic/)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const page = await response.text()
    expect(page).toContain('<h1>')
    expect(page).not.toContain('__next_f')
    // Its other pages, and what Next's own client asks of it, are as everywhere.
    for (const path of ['/studio/calendar', `/studio/${'0'.repeat(26)}/details`])
      expect(await (await site.get(path, { accept: 'text/html' })).text()).toContain('__next_f')
  })

  it('passes on what Next’s own client needs, and nothing that Next must not believe', async () => {
    for (const [name, value] of HOSTILE) {
      if (/^upgrade$/i.test(name)) continue
      await site.get('/studio/x', { [name]: value })
    }
    const passed = new Set(site.questions.flatMap(({ headers }) => Object.keys(headers)))
    for (const name of ['rsc', 'next-router-prefetch', 'next-action', 'next-url'])
      expect(passed).toContain(name)
    for (const name of passed) expect(name).not.toMatch(/^x-(?!stet-)|^next-resume|^forwarded/)
  })

  it('tells Next the public address, whatever Host and loopback name it came by', async () => {
    const body = 'x=1'
    const heard = await speakHttp(
      site.port,
      'POST /desk HTTP/1.1\r\nHost: evil.test\r\nX-Forwarded-Host: evil.test\r\nX-Forwarded-Proto: https\r\n' +
        `Origin: http://127.0.0.1:${site.port}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    )
    expect(heard).toMatch(/^HTTP\/1\.1 200 /)
    const { headers = {}, body: sent } = site.questions[0] ?? {}
    expect(headers).toMatchObject({ host: new URL(site.origin).host, origin: site.origin })
    expect(headers).not.toHaveProperty('x-forwarded-host')
    expect(sent?.toString()).toBe(body)
  })

  it('keeps Next’s status, redirects and cookies, and drops how it talks to itself', async () => {
    site.sayNext(() => ({
      status: 303,
      headers: {
        location: '/desk?done=1',
        'set-cookie': 'a=b; Path=/',
        'x-nextjs-cache': 'HIT',
        link: '</x>; rel=preload',
      },
    }))
    const response = await site.post('/desk', { x: '1' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/desk?done=1')
    expect(response.headers.getSetCookie()).toEqual(['a=b; Path=/'])
    expect(response.headers.has('link')).toBe(false)
    expect(response.headers.has('x-nextjs-cache')).toBe(false)
  })

  it('shows our own pages where Next’s need scripts', async () => {
    site.sayNext(() => ({ status: 404, headers: { 'x-nextjs-prerender': '1' }, body: '<html>Next' }))
    const missing = await site.get('/desk/nothing', { accept: 'text/html' })
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('There is nothing at this address')
    const api = await site.get('/api/v1/nothing')
    expect(api.status).toBe(404)
    expect(api.headers.get('content-type')).toBe('application/problem+json')
    site.sayNext(() => ({ status: 500, body: '<html id="__next_error__">' }))
    const broken = await site.get('/desk', { accept: 'text/html' })
    expect(broken.status).toBe(500)
    expect(await broken.text()).toContain('Something went wrong')
  })

  it.each([503, 507])(
    'passes on a page of ours that says %i in words: it holds what was typed',
    async (status) => {
      site.sayNext(() => ({ status, body: '<p>The disk is full. <textarea>My long piece</textarea>' }))
      const answer = await site.post('/studio', {}, { accept: 'text/html' })
      expect(answer.status).toBe(status)
      expect(await answer.text()).toContain('My long piece')
    },
  )
})

describe('methods and origin', () => {
  const raw = (method: string, address: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${site.origin}${address}`, {
      method,
      headers: { origin: site.origin, ...headers },
      redirect: 'manual',
    })

  it.each([
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/articles/x', 'GET, HEAD'],
    ['PUT', '/articles/x/comments', 'GET, HEAD, POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['PATCH', '/desk', 'GET, HEAD, POST'],
    ['POST', '/nothing', 'GET, HEAD'],
    ['POST', '/icon.svg', 'GET, HEAD'],
    ['OPTIONS', '/articles/x', 'GET, HEAD'],
    ['PROPFIND', '/', 'GET, HEAD'],
  ])('%s %s is answered 405 with what is allowed', async (method, address, allow) => {
    const response = await raw(method, address)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe(allow)
    expect(site.questions).toEqual([])
  })

  it.each([
    '/articles/x/comments',
    '/articles/x/mine',
    '/desk',
    '/login',
    '/setup?token=x',
    '/api/auth/signout',
    '/nothing',
  ])('POST %s from elsewhere is answered 403', async (address) => {
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) {
      const response = await fetch(`${site.origin}${address}`, { method: 'POST', body: 'x=1', headers })
      expect(response.status).toBe(403)
    }
    expect(site.questions).toEqual([])
  })

  it('takes a browser’s word for the same origin', async () => {
    const heard = await speakHttp(
      site.port,
      'POST /desk HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    )
    expect(heard).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('bodies', () => {
  const chunked = (size: number): Buffer => {
    const chunk = Buffer.alloc(16_384, 97)
    const parts: Buffer[] = []
    for (let sent = 0; sent < size; sent += chunk.length) {
      parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'))
    }
    return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
  }
  const head = (address: string, extra: string): Buffer =>
    Buffer.from(
      `POST ${address} HTTP/1.1\r\nHost: x\r\nOrigin: ${site.origin}\r\nAccept: text/html\r\nConnection: close\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\n${extra}\r\n\r\n`,
    )

  it.each([
    ['/articles/x/comments', 65_537],
    ['/articles/x/mine', 65_537],
    ['/desk', 65_537],
    ['/login', 10_000_000],
    ['/studio/x', 2_097_153],
  ])('POST %s of %i bytes is answered 413, announced or not', async (address, size) => {
    const announced = await speakHttp(
      site.port,
      Buffer.concat([head(address, `Content-Length: ${size}`), Buffer.alloc(size, 97)]),
    )
    expect(announced).toMatch(/^HTTP\/1\.1 413 /)
    const streamed = await speakHttp(
      site.port,
      Buffer.concat([head(address, 'Transfer-Encoding: chunked'), chunked(size)]),
    )
    expect(streamed).toMatch(/^HTTP\/1\.1 413 /)
    expect(streamed).toContain('Please shorten it')
    expect(site.questions).toEqual([])
  })

  it('of two megabytes reach the studio whole', async () => {
    const size = 2_097_152
    const response = await fetch(`${site.origin}/studio/x`, {
      method: 'POST',
      body: Buffer.alloc(size, 97),
      headers: { origin: site.origin, 'content-type': 'text/plain' },
    })
    expect(response.status).toBe(200)
    expect(site.questions[0]?.body).toHaveLength(size)
  })
})

describe('files and health', () => {
  it('serves files of the build by their exact address, for good when their name changes with them', async () => {
    const island = await site.get('/islands/reader-1.js', { 'accept-encoding': 'br' })
    expect(island.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(island.headers.get('content-encoding')).toBe('br')
    expect(island.headers.get('x-content-type-options')).toBe('nosniff')
    const icon = await site.get('/icon.svg')
    expect(icon.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect((await site.get('/islands/reader-2.js')).status).toBe(404)
    expect((await site.get('/islands/../icon.svg')).status).toBe(200)
    expect((await site.get('/islands/%2e%2e/icon.svg')).status).toBe(200)
  })

  it('says that it is alive, and ready', async () => {
    expect(await (await site.get('/healthz')).text()).toBe('ok\n')
    expect((await site.get('/readyz')).status).toBe(200)
    expect((await site.get('/readyz')).headers.get('cache-control')).toBe('no-store')
  })

  it('sends HSTS and upgrades requests behind https only', async () => {
    const https = await servePipeline({ env: { publicOrigin: 'https://news.example.org', https: true } })
    const { headers } = await https.get('/healthz')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
    await https.close()
  })
})
