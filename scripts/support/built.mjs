import { existsSync, readdirSync, rmSync } from 'node:fs'
import { buildBundles } from './bundles.mjs'
import { fingerprint, nodeMajor } from './fingerprint.mjs'
import { MANIFEST, buildIslands } from './islands.mjs'
import { ROOT, at } from './project.mjs'
import { runNode } from './run.mjs'
import { Refusal, saying } from './say.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

const STAMP = at('.stet/build.json')
const CLI_STAMP = at('.stet/cli.stamp')

/** Configuration that only tests and editors read does not make a build stale. */
const NOT_BUILT = /^(eslint|vitest|playwright|knip|next-env)\b|^\./
const configs = () =>
  readdirSync(ROOT).filter((name) => /\.(mjs|cjs|js|ts|json)$/.test(name) && !NOT_BUILT.test(name))

/** What ends up in a build: the demo seed shares the tests' builders. */
const SOURCES = [
  ...['app', 'components', 'lib', 'server', 'prisma', 'public', 'tests/support/builders'],
  ...['built', 'bundles', 'islands'].map((name) => `scripts/support/${name}.mjs`),
]

const sources = () =>
  fingerprint([...SOURCES, ...configs()], {
    skip: ['lib/db/generated', 'public/islands'],
    facts: [nodeMajor],
  })

const stampOf = (source) => JSON.stringify({ source, islands: readStamp(MANIFEST) })

const hasPages = () => existsSync(at('.next/BUILD_ID')) && existsSync(at('.stet/server.mjs'))
const hasIslands = () => {
  try {
    return Object.values(JSON.parse(readStamp(MANIFEST))).every((path) => existsSync(at(`public${path}`)))
  } catch {
    return false
  }
}

/** Whether what would be served was built from the present sources, lock file and Node version. */
export const isBuilt = () => hasPages() && hasIslands() && readStamp(STAMP) === stampOf(sources())

/**
 * Islands, then the pages (which name the islands), then the server. The stamp comes last: an interrupted build is
 * a stale one.
 *
 * @param {{ quiet?: boolean }} [options] `quiet` shows the output of `next build` only when it fails
 */
export const build = async ({ quiet = true } = {}) => {
  const source = sources()
  rmSync(STAMP, { force: true })
  await saying('Building the pages (about a minute; only when something changed)', async () => {
    await buildIslands()
    const { code, output } = await runNode('node_modules/next/dist/bin/next', ['build'], {
      quiet,
      env: { NODE_ENV: 'production' },
    })
    if (code !== 0) throw new Refusal('The pages could not be built; the lines above say why.', { output })
    await buildBundles()
  })
  writeStamp(CLI_STAMP, source)
  writeStamp(STAMP, stampOf(source))
}

/** Whether the command line alone is current; it can be made beside a running server. */
export const hasCurrentCli = () => existsSync(at('.stet/cli.mjs')) && readStamp(CLI_STAMP) === sources()

export const buildCli = async () => {
  const source = sources()
  await buildBundles(['cli'])
  writeStamp(CLI_STAMP, source)
}
