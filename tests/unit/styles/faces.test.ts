import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BASIC, MORE, makeFaces } from '../../../scripts/support/faces.mjs'

const ROOT = join(import.meta.dirname, '../../..')
const FACES = join(ROOT, 'app/faces')
const KB = 1_024

const bytesOf = (name: string): number => readFileSync(join(FACES, name)).length

describe('the faces of public pages', () => {
  it('are what the packages they are cut from would make of them today', async () => {
    const made = await makeFaces()
    const kept = readdirSync(FACES).filter((name) => name.endsWith('.woff2'))
    expect(kept.toSorted()).toEqual([...made.keys()].toSorted())
    for (const [name, bytes] of made) expect(readFileSync(join(FACES, name)).equals(bytes), name).toBe(true)
  })

  it('come for the signs that are in them', () => {
    const source = readFileSync(join(ROOT, 'app/fonts.ts'), 'utf8')
    const ranges = [...source.matchAll(/'(U\+2[^']+)'/g)].map(([, range]) => range)
    expect(ranges).toEqual([BASIC, MORE, BASIC, MORE])
  })

  it('reach readers in the first round trip, as far as pages wait for them', () => {
    for (const name of ['grotesk.woff2', 'literata.woff2']) expect(bytesOf(name)).toBeLessThan(14 * KB)
  })
})
