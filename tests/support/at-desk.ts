import type { Browser, Page } from '@playwright/test'
import type { RunningServer } from './start-server'
import { type Credentials, signedIn } from './signed-in'

/** A page of somebody who is signed in and looks at the queue. */
export const atDesk = async (
  browser: Browser,
  server: Pick<RunningServer, 'url'>,
  who: Credentials,
  { scripts = true }: { readonly scripts?: boolean } = {},
): Promise<Page> => {
  const context = await signedIn(browser, server, who, { scripts })
  const page = await context.newPage()
  await page.goto('/desk')
  return page
}
