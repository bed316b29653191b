import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { finishPage } from '../../../lib/press/finished-page'
import { PressedPage } from '../../../server/press/pressed-page'

const TEXT = '<p>The harbour keeps its own time.</p>'.repeat(400)
const HTML = 'text/html; charset=utf-8'
const pressed = (text = TEXT) =>
  new PressedPage(finishPage(200, HTML, Buffer.from(text), { 'content-security-policy': 'x' }), ['a', 'b'])

describe('a page that is kept', () => {
  it('is let go as it was made once it is compressed, and can be had back in every coding', async () => {
    const page = pressed()
    const before = page.size
    const brotli = await page.made('br')
    expect(page.size).toBeLessThan(before / 5)
    const gzip = await page.made('gzip')
    const plain = await page.made(undefined)
    expect(brotliDecompressSync(brotli.body).toString()).toBe(TEXT)
    expect(gunzipSync(gzip.body).toString()).toBe(TEXT)
    expect(plain.body.toString()).toBe(TEXT)
    expect(page.size).toBeGreaterThan(before)
    const tags = [brotli, gzip, plain].map(({ etag }) => etag)
    const fresh = pressed()
    expect(await Promise.all(['br', 'gzip', undefined].map(async (a) => (await fresh.made(a)).etag))).toEqual(
      tags,
    )
    expect(new Set(tags).size).toBe(3)
    for (const { headers } of [brotli, gzip, plain]) expect(headers).toContain('content-security-policy')
  })

  it('is made in each coding once', async () => {
    const page = pressed()
    expect(page.ready('br')).toBeNull()
    const made = await page.made('br')
    expect(page.ready('br')).toBe(made)
    expect(await page.made('br')).toBe(made)
  })

  it('is made in each coding once for all who ask at the same moment, in the second as in the first', async () => {
    const page = pressed()
    for (const coding of ['br', 'gzip', undefined]) {
      const all = await Promise.all(Array.from({ length: 50 }, () => page.made(coding)))
      expect(new Set(all).size).toBe(1)
      expect(page.ready(coding)).toBe(all[0])
    }
  })

  it('stays as it is where there is nothing to compress', async () => {
    const page = pressed('short')
    expect((await page.made('br, gzip')).body.toString()).toBe('short')
    expect((await page.made('br, gzip')).body.toString()).toBe('short')
  })
})
