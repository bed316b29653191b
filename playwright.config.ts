import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { launchOptions } from './tests/support/browser'

/** Browser tests: a real Chromium against the real, built server (tests/support/fixtures.ts starts it). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // A worker owns a server and its data, and waits for one or the other at times: one more than processors keeps them busy.
  workers: Number(process.env.TEST_WORKERS ?? availableParallelism() + 1),
  forbidOnly: true,
  retries: 0,
  // A whole story in a browser, on a busy machine of two cores.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A trace makes every test a fifth slower: `--trace retain-on-failure` for the one that is looked into.
  },
})
