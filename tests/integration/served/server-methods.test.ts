import { describe, expect, it } from 'vitest'
import { speakHttp } from '../../support/speak-http'
import { serveAnswers, site } from './answers-stage'

serveAnswers()

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
