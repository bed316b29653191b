// @vitest-environment node
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { islandOptions, sheetOptions } from '../../../scripts/support/islands.mjs'

const GZIP_MAX = 12 * 1024
/** Asked for by the other one, while many are posting at once and somebody begins to write. */
const PROOF_MAX = 3 * 1024
/** Issue 5 asks it of the whole page; the sheet's script is all that this page loads. */
const SHEET_MAX = 220_000

it('everything a reader page loads of JavaScript is at most 12 KB, and a proof of work 3 KB more', async () => {
  const { outputFiles } = await build({ ...islandOptions(), write: false as const })
  const sizeOf = (name: RegExp): number =>
    outputFiles
      .filter(({ path }) => name.test(path))
      .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0)
  expect(sizeOf(/reader-/)).toBeGreaterThan(0)
  expect(sizeOf(/./) - sizeOf(/proof-/)).toBeLessThanOrEqual(GZIP_MAX)
  expect(sizeOf(/proof-/)).toBeGreaterThan(0)
  expect(sizeOf(/proof-/)).toBeLessThanOrEqual(PROOF_MAX)
})

it('the page a piece is written on loads at most 220 KB of JavaScript', async () => {
  const { outputFiles } = await build({ ...sheetOptions(), write: false as const })
  const sizes = outputFiles.map(({ contents }) => gzipSync(contents).byteLength)
  expect(sizes.length).toBeGreaterThan(1)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(SHEET_MAX)
})
