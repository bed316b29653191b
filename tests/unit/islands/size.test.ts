// @vitest-environment node
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { islandOptions } from '../../../scripts/support/islands.mjs'

const GZIP_MAX = 12 * 1024

it('everything a reader page loads of JavaScript is at most 12 KB', async () => {
  const { outputFiles } = await build({ ...islandOptions(), write: false as const })
  const sizes = outputFiles.map(({ contents }) => gzipSync(contents, { level: 9 }).byteLength)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(GZIP_MAX)
})
