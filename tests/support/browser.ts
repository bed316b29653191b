import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const FINDER = join(import.meta.dirname, '../../scripts/find-browser.mjs')

const installedBrowser = (): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [FINDER, '--installed'], { encoding: 'utf8' })
  const path = stdout.trim()
  if (path === '') throw new Error(stderr)
  // Workers inherit the environment and need not look again.
  process.env.CHROMIUM_PATH = path
  return path
}

/** The browser every test uses; `npm test` has named it in CHROMIUM_PATH, a run by hand looks for one. */
export const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH || installedBrowser(),
  args: [
    // Chromium refuses its sandbox to root, as on many build machines.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ...['--no-first-run', '--disable-gpu'],
  ],
}
