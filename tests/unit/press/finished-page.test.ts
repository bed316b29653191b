import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { etagOf, isFresh, isMatched } from '../../../lib/press/etag'
import { finishPage, isCompressible } from '../../../lib/press/finished-page'

const bytes = Buffer.from('<p>Stet</p>'.repeat(200))
const page = finishPage(200, 'text/html; charset=utf-8', bytes)

describe('a finished page', () => {
  it('has the same bytes in every coding, compressed once', async () => {
    expect(gunzipSync(await page.encoded('gzip'))).toEqual(bytes)
    expect(brotliDecompressSync(await page.encoded('br'))).toEqual(bytes)
    expect(await page.encoded('identity')).toEqual(bytes)
    expect(await page.encoded('br')).toBe(await page.encoded('br'))
  })

  it('holds on to no more memory than its bytes', async () => {
    for (const coding of ['gzip', 'br'] as const) {
      const coded = await page.encoded(coding)
      expect(coded.buffer.byteLength).toBe(coded.length)
    }
    expect(finishPage(200, 'text/plain', Buffer.from('short')).bytes.buffer.byteLength).toBe(5)
  })

  it('has a hash of its bytes and type alone', () => {
    expect(finishPage(404, 'text/html; charset=utf-8', Buffer.from(bytes)).hash).toBe(page.hash)
    expect(finishPage(200, 'text/plain', bytes).hash).not.toBe(page.hash)
    expect(finishPage(200, 'text/html; charset=utf-8', Buffer.from('other')).hash).not.toBe(page.hash)
  })

  it('compresses text worth it and nothing else', () => {
    expect(isCompressible('text/html; charset=utf-8', 1000)).toBe(true)
    expect(isCompressible('application/rss+xml', 1000)).toBe(true)
    expect(isCompressible('image/svg+xml', 1000)).toBe(true)
    expect(isCompressible('text/html', 10)).toBe(false)
    expect(isCompressible('font/woff2', 1000)).toBe(false)
    expect(isCompressible('image/png', 1000)).toBe(false)
  })
})

describe('If-None-Match', () => {
  it.each(['"h-br"', 'W/"h-br"', '"x", W/"h-br"', ' "h-br" ', '*'])('%s is fresh', (header) => {
    expect(isFresh(header, '"h-br"')).toBe(true)
  })
  it.each(['', 'h-br', '"h"', '"h-gz"', '"x", "y"', 'w/"h-br"'])('%s is not', (header) => {
    expect(isFresh(header, '"h-br"')).toBe(false)
  })
  it('gives each coding its own strong validator', () => {
    expect(new Set([etagOf('h', 'br'), etagOf('h', 'gzip'), etagOf('h', 'identity')]).size).toBe(3)
  })
})

describe('If-Match', () => {
  it.each(['"h"', '"x", "h"', '*'])('%s is met', (header) => {
    expect(isMatched(header, '"h"')).toBe(true)
  })
  it.each(['W/"h"', '"x"', ''])('%s is not', (header) => {
    expect(isMatched(header, '"h"')).toBe(false)
  })
})
