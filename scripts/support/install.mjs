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

/**
 * Whether node_modules holds what the lock file says, compiled or not. npm writes its own list last: with it, an
 * `npm ci` or `npm install` by hand counts as well as our own.
 */
export const isUnpacked = () => {
  try {
    const lock = readJson(at('package-lock.json')).packages
    const present = readJson(at('node_modules/.package-lock.json')).packages
    return Object.entries(lock).every(([path, { version, optional }]) => {
      // The project itself is not in the list; optional packages are those of other platforms.
      if (path === '' || (optional && !present[path])) return true
      return present[path]?.version === version
    })
  } catch {
    return false
  }
}

/** A native module that was made for another Node version, or not yet, fails here and not in the middle of a start. */
const isCompiled = () => {
  try {
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
  if (!isUnpacked() || !isCompiled()) return false
  writeStamp(STAMP, stamp)
  return true
}

const npm = (args) =>
  runNpm([...args, '--loglevel=error'], {
    quiet: true,
    // Prisma's own install script would download an engine that nothing here uses.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: at('scripts/schema-engine.mjs') },
  })

const fetchPackages = async (...options) => {
  const { code, output } = await saying('Installing packages (first time, or after an update)', () =>
    npm(['ci', '--include=dev', ...options]),
  )
  if (code !== 0) {
    throw new Refusal(
      'The packages could not be installed; the lines above say why. Stet needs the npm registry once. ' +
        'Check the connection (or npm’s registry and proxy settings), then run the command again.',
      { output },
    )
  }
}

export const install = async () => {
  await fetchPackages()
  writeStamp(STAMP, wanted())
}

/** All but what has to be compiled: see `compile`. */
export const unpack = () => fetchPackages('--ignore-scripts')

/** The rest of an installation after `unpack`: a minute of one processor where no compiled module can be downloaded. */
export const compile = async () => {
  if (isInstalled()) return { code: 0, output: '', timedOut: false }
  const outcome = await npm(['rebuild'])
  return outcome.code !== 0 || isInstalled()
    ? outcome
    : { ...outcome, code: 1, output: `${outcome.output}\nThe native modules cannot be loaded.` }
}
