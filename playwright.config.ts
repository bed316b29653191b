import { defineConfig } from '@playwright/test'
import { launchOptions } from './tests/support/browser'

/** Browser tests: a real Chromium against the real, built server (tests/support/browser.ts starts one per worker). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // A worker owns a server and its data. Two are fine on four processors.
  workers: Number(process.env.TEST_WORKERS ?? 1),
  forbidOnly: true,
  retries: 0,
  // A whole story in a browser, on a busy machine of two cores.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
