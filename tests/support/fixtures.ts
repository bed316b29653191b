import { test as base } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { composeBeside } from './compose-beside'
import { testPlace } from './database'
import { type RunningServer, startServer } from './start-server'

interface Options {
  /** Which database the server runs on. */
  readonly provider: 'sqlite' | 'postgresql'
}

/**
 * Playwright's test with a real server of its own per test, empty at first, and beside it a composition over the same
 * database for arranging things. For tests that need a known publication; browser.ts shares one server per worker.
 */
export const test = base.extend<Options & { server: RunningServer; stet: Stet }>({
  provider: ['sqlite', { option: true }],
  server: async ({ provider }, use) => {
    const place = provider === 'sqlite' ? null : await testPlace(provider)
    const server = await startServer({ env: place ? { DATABASE_URL: place.url } : {} })
    await use(server)
    await server.stop()
    await place?.remove()
  },
  baseURL: async ({ server }, use) => {
    await use(server.url)
  },
  stet: async ({ server }, use) => {
    const beside = await composeBeside(server)
    await use(beside.stet)
    await beside.close()
  },
})

export { expect } from '@playwright/test'
