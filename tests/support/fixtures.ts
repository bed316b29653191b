import { test as base } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { composeBeside } from './compose-beside'
import { type RunningServer, startServer } from './start-server'

/**
 * Playwright's test with a real server of its own per test, empty at first, and beside it a composition over the same
 * database for arranging things. For tests that need a known publication; browser.ts shares one server per worker.
 */
export const test = base.extend<{ server: RunningServer; stet: Stet }>({
  server: async ({}, use) => {
    const server = await startServer()
    await use(server)
    await server.stop()
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
