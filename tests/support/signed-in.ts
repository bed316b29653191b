import type { Browser, BrowserContext } from '@playwright/test'
import { persona } from './persona'
import type { RunningServer } from './start-server'

export interface Credentials {
  readonly email: string
  readonly password: string
}

/** A browser in which somebody is signed in. */
export const signedIn = async (
  browser: Browser,
  server: Pick<RunningServer, 'url'>,
  { email, password }: Credentials,
  { scripts = true }: { readonly scripts?: boolean } = {},
): Promise<BrowserContext> => {
  const { cookies } = await persona(server.url).signIn(email, password)
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: scripts })
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: server.url })))
  return context
}
