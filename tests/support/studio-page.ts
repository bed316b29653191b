import type { Browser, BrowserContext, Page } from '@playwright/test'
import { type Credentials, signedIn } from './signed-in'
import type { RunningServer } from './start-server'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }

interface Device {
  readonly scripts?: boolean
  readonly as?: Credentials
}

/** For stories about saving and publishing: in Markdown, with scripts and without (the sheet: editor.spec.ts). */
export const studioDevice = async (
  browser: Browser,
  server: Pick<RunningServer, 'url'>,
  { scripts = true, as = OWNER }: Device = {},
): Promise<BrowserContext> => {
  const context = await signedIn(browser, server, as, { scripts })
  await context.addInitScript(() => localStorage.setItem('stet-studio-surface', 'source'))
  return context
}

/**
 * An editor's page that its scripts have taken over, where there are any. Two pages know nothing of each other here:
 * what protects them then is the version (two-editors.spec.ts has the other half).
 */
export const openEditor = async (context: BrowserContext, articleId: string): Promise<Page> => {
  const page = await context.newPage()
  await page.route('**/studio/lock', (route) => route.abort())
  await page.goto(`/studio/${articleId}`, { waitUntil: 'networkidle' })
  return page
}

export const title = (page: Page) => page.getByLabel('Title')
export const text = (page: Page) => page.getByLabel('Text', { exact: true })
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const preview = (page: Page) => page.getByRole('region', { name: 'Preview' })

/** Presses a button, and gives the status of the post. */
export const press = async (page: Page, name: string): Promise<number> => {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && !/\/(?:preview|save|lock)$/.test(response.url()),
    ),
    button(page, name).click(),
  ])
  return answer.status()
}

/** A success without scripts is a redirect. */
export const done = (scripts: boolean): number => (scripts ? 200 : 303)
