import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fingerprint, nodeMajor } from './fingerprint.mjs'
import { at } from './project.mjs'
import { runNpm } from './run.mjs'
import { Refusal, saying } from './say.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

const STAMP = at('node_modules/.stet-lock')

const wanted = () =>
  fingerprint(['package-lock.json'], { facts: [nodeMajor, process.platform, process.arch] })

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** npm writes this file last: with it, an `npm ci` or `npm install` by hand counts as well as our own. */
const npmFinished = () => {
  try {
    const lock = readJson(at('package-lock.json')).packages
    const present = readJson(at('node_modules/.package-lock.json')).packages
    const complete = Object.entries(lock).every(([path, { version, optional }]) => {
      // The project itself is not in the list; optional packages are those of other platforms.
      if (path === '' || (optional && !present[path])) return true
      return present[path]?.version === version
    })
    if (!complete) return false
    // A native module made for another Node version fails here and not in the middle of a start.
    const Database = createRequire(at('package.json'))('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** Whether node_modules is what the lock file says. */
export const isInstalled = () => {
  const stamp = wanted()
  if (readStamp(STAMP) === stamp) return true
  if (!npmFinished()) return false
  writeStamp(STAMP, stamp)
  return true
}

export const install = async () => {
  const { code, output } = await saying('Installing packages (first time, or after an update)', () =>
    runNpm(['ci', '--include=dev', '--loglevel=error'], {
      quiet: true,
      // Prisma's own install script would download an engine that nothing here uses.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: at('scripts/schema-engine.mjs') },
    }),
  )
  if (code !== 0) {
    throw new Refusal(
      'The packages could not be installed; the lines above say why. Stet needs the npm registry once. ' +
        'Check the connection (or npm’s registry and proxy settings), then run the command again.',
      { output },
    )
  }
  writeStamp(STAMP, wanted())
}
