// @vitest-environment node
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { islandOptions } from '../../../scripts/support/islands.mjs'

const GZIP_MAX = 12 * 1024
/** Asked for by the other one, while many are posting at once and somebody begins to write. */
const PROOF_MAX = 3 * 1024

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
