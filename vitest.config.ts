import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const alias = [{ find: /^@\//, replacement: at('./') }]

/** A test is not wrong because the machine is busy: the longest property test was seen to take 19 s on a crowded one. */
const BUSY_MS = 90_000

/**
 * Files of tests of one kind share a process, and what it has loaded: to load everything anew for each took longer than
 * the tests. So they leave nothing behind; other integration tests, which change more of the process, have one each.
 */
const SHARED = { isolate: false }

/** Components as they are served: React's own checks while developing take longer than to render. */
const AS_SERVED = {
  oxc: { jsx: { runtime: 'automatic' as const, development: false } },
  env: { NODE_ENV: 'production' as const },
}

const rooms = {
  resolve: { alias },
  oxc: AS_SERVED.oxc,
  test: { environment: 'node' as const, pool: 'forks' as const, env: AS_SERVED.env },
}

/**
 * One project per kind of test, so that a kind can be run alone (`npx vitest run --project unit`). Browser tests are
 * Playwright's (playwright.config.ts).
 */
export default defineConfig({
  test: {
    // Left to itself it keeps a processor free, and of two that is half the machine.
    maxWorkers: 2,
    projects: [
      {
        ...rooms,
        test: {
          ...rooms.test,
          ...SHARED,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: ['tests/unit/{islands,writing}/**'],
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
        },
      },
      {
        ...rooms,
        test: {
          ...rooms.test,
          // Elements are defined once for each window, and each file has a window of its own.
          name: 'islands',
          environment: 'happy-dom',
          include: ['tests/unit/{islands,writing}/**/*.test.ts'],
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
        },
      },
      {
        ...rooms,
        test: {
          ...rooms.test,
          ...SHARED,
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
        },
      },
      {
        ...rooms,
        test: {
          ...rooms.test,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: ['tests/integration/served/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...rooms,
        test: {
          ...rooms.test,
          ...SHARED,
          // Our own server over stores in memory.
          name: 'served',
          include: ['tests/integration/served/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...rooms,
        test: {
          ...rooms.test,
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: BUSY_MS,
          hookTimeout: BUSY_MS,
        },
      },
    ],
  },
})
