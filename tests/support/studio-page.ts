import { type Browser, type BrowserContext, type Page, expect } from '@playwright/test'
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
  await page.goto(`/studio/${articleId}`)
  await takenOver(page)
  return page
}

/**
 * Waits until the scripts of a piece's page have taken it over: then it offers the sheet, or is it. Without scripts it
 * offers a preview by post.
 */
export const takenOver = async (page: Page): Promise<void> => {
  const tools = page.getByRole('toolbar', { name: 'Tools of the text' })
  await expect(button(page, 'Write on the sheet').or(tools).or(button(page, 'Preview'))).toBeVisible()
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
