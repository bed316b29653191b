import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { SPECULATION_RULES } from '../../../components/robots/speculation-rules'
import { StorageFull } from '../../../lib/kernel/storage-full'
import { servePipeline } from '../../support/serve-pipeline'
import { speakHttp } from '../../support/speak-http'
import { serveAnswers, HOSTILE, site, path } from './answers-stage'

serveAnswers()

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
      'speculation-rules': SPECULATION_RULES,
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

  it('sends a face without what binds documents, which an icon that can run is sent with', async () => {
    const bindings = ['content-security-policy', 'referrer-policy', 'permissions-policy', 'x-request-id']
    const [face, icon] = [await site.get('/_next/static/media/face.1.woff2'), await site.get('/icon.svg')]
    expect(bindings.filter((name) => face.headers.has(name))).toEqual([])
    expect(bindings.filter((name) => icon.headers.has(name))).toEqual(bindings)
    expect(face.headers.get('x-content-type-options')).toBe('nosniff')
    expect(face.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
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
