import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { islandAddress } from '../../../lib/http/island-address'

const folder = mkdtempSync(join(tmpdir(), 'stet-islands-'))
const manifest = join(folder, '.stet/islands.json')
const build = (islands: Readonly<Record<string, string>>, at: Date): void => {
  writeFileSync(manifest, JSON.stringify(islands))
  utimesSync(manifest, at, at)
}

beforeAll(() => {
  mkdirSync(join(folder, '.stet'))
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

it('is the address of the last build', () => {
  build({ reader: '/islands/reader-AAAA.js' }, new Date(1_000))
  expect(islandAddress('reader')).toBe('/islands/reader-AAAA.js')
  build({ reader: '/islands/reader-BBBB.js' }, new Date(2_000))
  expect(islandAddress('reader')).toBe('/islands/reader-BBBB.js')
})

it('names an island that was not built', () => {
  expect(() => islandAddress('nobody')).toThrow(/no island "nobody"/)
})
