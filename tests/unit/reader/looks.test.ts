import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const KB = 1024
const tokens = await readFile('app/styles/tokens.css', 'utf8')

type Scheme = 'light' | 'dark'

const colour = (name: string, scheme: Scheme): string => {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens)
  const value = found?.[scheme === 'light' ? 1 : 2]
  if (!value) throw new Error(`tokens.css has no --${name}.`)
  return value
}

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT = ['ink', 'ink-2', 'ink-3', 'blue', 'blue-strong', 'red', 'green', 'amber'] as const
const GROUNDS = ['page', 'sheet'] as const
const PAIRS = [
  ...TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ['ink', 'blue-wash'],
  ['blue', 'blue-wash'],
  ['red', 'red-wash'],
  ['ink', 'red-wash'],
  ['ink', 'mark'],
  // Buttons: the page's colour on blue and on ink.
  ['page', 'blue'],
  ['page', 'blue-strong'],
  ['page', 'ink'],
] as const

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it.each(PAIRS)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(4.5)
  })

  it('edges of inputs can be seen', () => {
    expect(contrast(colour('edge', scheme), colour('page', scheme))).toBeGreaterThanOrEqual(3)
  })
})

/** Bytes a reader downloads for this entry and all it imports, compressed. */
const weightOf = async (entry: string): Promise<number> => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  return outputFiles.reduce((sum, file) => sum + gzipSync(file.contents).length, 0)
}

describe('what a reader downloads', () => {
  // Its script: tests/unit/islands/size.test.ts.
  it('of styles weighs at most 12 KB', async () => {
    expect(await weightOf('app/styles/reader.css')).toBeLessThan(12 * KB)
  })
})

describe.each(['feed', 'plain'])('the sheet %s.css, of what is no page of ours', (name) => {
  it('has the colours of the pages', async () => {
    const sheet = await readFile(`public/${name}.css`, 'utf8')
    const named = [...sheet.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
    expect(named.length).toBeGreaterThan(4)
    for (const [, token = '', light, dark] of named) {
      expect([colour(token, 'light'), colour(token, 'dark')], token).toEqual([light, dark])
    }
  })
})
