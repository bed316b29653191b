import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { run, runNode } from './run.mjs'
import { say, saying } from './say.mjs'

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

/** Only a browser that starts counts: a downloaded one may lack libraries of the system. */
const versionOf = async (path) => {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 30_000 })
    return /[\d.]{5,}/.exec(stdout)?.[0]
  } catch {
    return undefined
  }
}

const ofPlaywright = async () => {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

const isRoot = () => process.getuid?.() === 0

const download = () =>
  saying('Installing Chromium with Playwright', () =>
    runNode('node_modules/@playwright/test/cli.js', ['install', 'chromium'], {
      quiet: true,
      timeout: 300_000,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
    }),
  )

const fromDebian = () =>
  saying('Installing Debian’s chromium', async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { quiet: true, timeout: 120_000, env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      quiet: true,
      timeout: 600_000,
      env,
    })
  })

const NAMED = 'named in CHROMIUM_PATH'

/** Where a browser may be, in order, each with what would bring it there. */
const PLACES = [
  { how: NAMED, path: () => process.env.CHROMIUM_PATH },
  ...SYSTEM_NAMES.map((name) => ({ how: `the system’s ${name}`, path: () => onPath(name) })),
  { how: 'Playwright’s Chromium', path: ofPlaywright },
  { how: 'Playwright’s Chromium, just installed', path: ofPlaywright, install: download },
  {
    how: 'Debian’s chromium, just installed',
    path: () => onPath('chromium'),
    install: fromDebian,
    can: () => isRoot() && Boolean(onPath('apt-get')),
  },
]

/**
 * The first Chromium that starts; when there is none, one is installed by whichever way works here.
 *
 * @param {{ mayInstall?: boolean }} [options]
 * @returns {Promise<{ path: string, version: string, how: string } | null>}
 */
export const findBrowser = async ({ mayInstall = true } = {}) => {
  for (const { how, path, install, can = () => true } of PLACES) {
    if (install && !(mayInstall && can())) continue
    await install?.()
    const candidate = await path()
    const version = candidate && existsSync(candidate) ? await versionOf(candidate) : undefined
    if (version) return { path: candidate, version, how }
    if (candidate && how === NAMED) say(`CHROMIUM_PATH names ${candidate}, which does not start; looking on.`)
  }
  return null
}
