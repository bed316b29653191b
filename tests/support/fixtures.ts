import { test as base } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { composeBeside } from './compose-beside'
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
  #beside: ReturnType<typeof composeBeside> | null = null

  async for(file: string, provider: Provider): Promise<Home> {
    const wanted = `${provider} ${file}`
    if (wanted !== this.#of) await this.close()
    this.#of = wanted
    this.#home ??= openHome(provider)
    return this.#home
  }

  async stet(server: RunningServer): Promise<Stet> {
    this.#beside ??= composeBeside(server)
    return (await this.#beside).stet
  }

  async close(): Promise<void> {
    const [home, beside] = [this.#home, this.#beside]
    this.#home = null
    this.#beside = null
    await (await beside)?.close()
    await (await home)?.close()
  }
}

/**
 * Playwright's test with a real server, empty at first, and beside it a composition over the same database for
 * arranging things.
 */
export const test = base.extend<Options & { server: RunningServer; stet: Stet }, { shared: SharedHome }>({
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
  server: async ({ provider, serverFor, shared }, use, { file }) => {
    if (serverFor === 'file') return use((await shared.for(file, provider)).server)
    await shared.close()
    const own = await openHome(provider)
    await use(own.server)
    await own.close()
  },
  // Not `baseURL`: whatever opens a browser would then start a server, also tests that have one of their own.
  context: async ({ browser, server }, use) => {
    const context = await browser.newContext({ baseURL: server.url })
    await use(context)
    await context.close()
  },
  request: async ({ playwright, server }, use) => {
    const request = await playwright.request.newContext({ baseURL: server.url })
    await use(request)
    await request.dispose()
  },
  stet: async ({ server, serverFor, shared }, use) => {
    if (serverFor === 'file') return use(await shared.stet(server))
    const beside = await composeBeside(server)
    await use(beside.stet)
    await beside.close()
  },
})

export { expect } from '@playwright/test'
