import { test as base } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { type Home, type Provider, openHome } from './home'
import type { RunningServer } from './start-server'

interface Options {
  /** Which database the server runs on. */
  readonly provider: Provider
  /**
   * Whom a server is for: each test, which then knows all there is; or all tests of a file, which follow each other and
   * keep to pieces of their own: to start one costs two seconds of a processor.
   */
  readonly serverFor: 'test' | 'file'
}

/** What tests of a file share, for as long as the worker is in that file. */
class SharedHome {
  #of = ''
  #home: Promise<Home> | null = null

  async for(file: string, provider: Provider): Promise<Home> {
    const wanted = `${provider} ${file}`
    if (wanted !== this.#of) await this.close()
    this.#of = wanted
    this.#home ??= openHome(provider)
    return this.#home
  }

  async close(): Promise<void> {
    const home = this.#home
    this.#home = null
    await (await home)?.close()
  }
}

/**
 * Playwright's test with a real server, empty at first, and beside it a composition over the same database for
 * arranging things.
 */
export const test = base.extend<
  Options & { home: Home; server: RunningServer; stet: Stet },
  { shared: SharedHome }
>({
  provider: ['sqlite', { option: true }],
  serverFor: ['test', { option: true }],
  shared: [
    async ({}, use) => {
      const shared = new SharedHome()
      await use(shared)
      await shared.close()
    },
    { scope: 'worker' },
  ],
  home: async ({ provider, serverFor, shared }, use, { file }) => {
    if (serverFor === 'file') return use(await shared.for(file, provider))
    await shared.close()
    const own = await openHome(provider)
    await use(own)
    await own.close()
  },
  server: async ({ home }, use) => use(home.server),
  baseURL: async ({ server }, use) => use(server.url),
  stet: async ({ home }, use) => use(await home.stet()),
})

export { expect } from '@playwright/test'
