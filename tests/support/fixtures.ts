import { type Stet } from '../../lib/compose'
import { composeBeside } from './compose-beside'
import { expect, test as withServer } from './browser'

/** Playwright's test with a real server and, beside it, a composition on the same database for arranging things. */
export const test = withServer.extend<object, { stet: Stet }>({
  stet: [
    async ({ server }, use) => {
      const beside = await composeBeside(server)
      await use(beside.stet)
      await beside.close()
    },
    { scope: 'worker' },
  ],
})

export { expect }
