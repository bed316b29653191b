import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'fontkitten'
import { describe, expect, it } from 'vitest'
import { BASIC, CENTRAL, MORE, makeFaces } from '../../../scripts/support/faces.mjs'

const ROOT = join(import.meta.dirname, '../../..')
const FACES = join(ROOT, 'app/faces')
/** What a face gets of Lighthouse's slow line in two round trips: four segments of 1,460 bytes each (decision 55). */
const AMONG_FIVE = 2 * 4 * 1_460
/** Bytes that go before it, at most. */
const HEADERS = 450

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
    const ranges = [...source.matchAll(/'(U\+(?:2|100-)[^']+)'/g)].map(([, range]) => range)
    expect(ranges).toEqual([BASIC, MORE, CENTRAL, BASIC, MORE, CENTRAL])
  })

  it('reach readers in two round trips among five requests, as far as pages wait for them', () => {
    for (const name of ['grotesk.woff2', 'literata.woff2'])
      expect(bytesOf(name) + HEADERS).toBeLessThanOrEqual(AMONG_FIVE)
  })

  it('have every letter of the names of Central Europe and Turkey, in little', () => {
    const letters = 'ĄąĆćČčĎďĐđĘęĚěĞğİŁłŃńŇňŐőŘřŚśŞşŠšŤťŮůŰűŹźŻżŽžȘșȚț'
    const most = {
      'grotesk-central.woff2': 12,
      'literata-central.woff2': 12,
      'literata-central-italic.woff2': 12.5,
    }
    for (const [name, kilobytes] of Object.entries(most)) {
      const face = create(readFileSync(join(FACES, name)))
      const known = new Set('characterSet' in face ? face.characterSet : [])
      expect(
        [...letters].filter((letter) => !known.has(letter.codePointAt(0) ?? 0)),
        name,
      ).toEqual([])
      expect(bytesOf(name)).toBeLessThan(kilobytes * 1_024)
    }
  })
})
