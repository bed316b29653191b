import { describe, expect, it } from 'vitest'
import { sameOrigin } from '../../../lib/http/same-origin'

const from = (origin: string | null, secFetchSite: string | null, publicOrigin: string): boolean =>
  sameOrigin({ origin, secFetchSite }, publicOrigin)

describe('same origin', () => {
  const SITE = 'https://news.example.org'

  it('accepts our own address, or a browser that says so without naming one', () => {
    expect(from(SITE, null, SITE)).toBe(true)
    expect(from(SITE, 'same-origin', SITE)).toBe(true)
    expect(from(null, 'same-origin', SITE)).toBe(true)
  })

  it.each([
    [null, null],
    [null, 'none'],
    [null, 'same-site'],
    [null, 'cross-site'],
    ['null', 'same-origin'],
    ['', 'same-origin'],
    ['https://evil.test', 'same-origin'],
    ['http://news.example.org', null],
    ['https://news.example.org:8443', null],
    ['https://news.example.org.evil.test', null],
    ['https://evil.test/https://news.example.org', null],
    ['https://NEWS.example.org', null],
    ['http://localhost:3000', null],
  ])('refuses Origin %j with Sec-Fetch-Site %j', (origin, site) => {
    expect(from(origin, site, SITE)).toBe(false)
  })

  it('takes the names of this machine for one, on plain http and the same port only', () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      expect(from(`http://${name}:3000`, null, 'http://localhost:3000')).toBe(true)
      expect(from(`http://${name}:3001`, null, 'http://localhost:3000')).toBe(false)
      expect(from(`https://${name}:3000`, null, 'http://localhost:3000')).toBe(false)
      expect(from(`http://${name}:3000`, null, 'https://localhost:3000')).toBe(false)
    }
    expect(from('http://127.0.0.1.evil.test:3000', null, 'http://localhost:3000')).toBe(false)
    expect(from('http://10.0.0.5:3000', null, 'http://localhost:3000')).toBe(false)
  })
})
