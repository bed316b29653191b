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

/**
 * Playwright's own list of what Chromium leaves out (1.65: look again with another version), since the last list given
 * counts, and the pages Chromium keeps ready behind its address bar: with a window for each context they were three
 * quarters of what it took to open one.
 */
const LEFT_OUT = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'AimEnabled'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
]

/** The browser every test uses; `npm test` has named it in CHROMIUM_PATH, a run by hand looks for one. */
export const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH || installedBrowser(),
  args: [
    // Chromium refuses its sandbox to root, as on many build machines.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ...['--no-first-run', '--disable-gpu', `--disable-features=${LEFT_OUT.join(',')}`],
  ],
}
