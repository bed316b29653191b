import { type Page, type Browser } from '@playwright/test'
import { POSTGRES_URL } from '../support/database'
import { expect, test } from '../support/fixtures'
import { islandOf } from '../support/island'
import type { RunningServer } from '../support/start-server'

const OWNER = { name: 'Odile Owner', email: 'odile@paper.example', password: 'seven quiet herons fishing' }
const TITLE = 'Two rivers, one bridge: what went wrong at Halden?'
const TEXT = [
  'The two towns – each with a river of its own – meant to share a bridge.',
  'After the flood, *little* of the plan was left. See [the survey](https://survey.example/report).',
  '## What the survey says',
  'Nothing about money, and a good deal about mud.',
].join('\n\n')

const setUp = async (page: Page, server: RunningServer): Promise<void> => {
  await page.goto(`${server.url}/setup?token=${server.setupToken()}`)
  await page.getByLabel('Publication name').fill('The Halden Observer')
  await page.getByLabel('Your name').fill(OWNER.name)
  await page.getByLabel('Email').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Create publication' }).click()
  await expect(page).toHaveURL(/\/studio\/[0-9a-z]{26}/)
}

/** The piece is pasted in as Markdown: into the sheet where scripts run, else into its field. */
const writePiece = async (page: Page, onSheet: boolean): Promise<void> => {
  const text = page.getByLabel('Text', { exact: true })
  if (onSheet) {
    const sheet = text.and(page.locator('[contenteditable]'))
    await sheet.evaluate((element, words) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', words)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, TEXT)
    await expect(sheet.getByRole('heading', { name: 'What the survey says' })).toBeVisible()
  } else await text.fill(TEXT)
  await page.getByLabel('Title').fill(TITLE)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText(/^Saved/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('link', { name: 'View piece' })).toBeVisible()
}

interface Posting {
  readonly name: string
  readonly body: string
  readonly javaScriptEnabled: boolean
  /** Words of the comment it answers. */
  readonly to?: string
}

/** Posts as one reader with a device of their own and leaves it open. */
const postAs = async (browser: Browser, address: string, { name, body, javaScriptEnabled, to }: Posting) => {
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(address)
  if (javaScriptEnabled) await islandOf(page)
  if (to !== undefined) {
    await page
      .getByRole('article')
      .filter({ hasText: to })
      .getByRole('link', { name: 'Reply' })
      .first()
      .click()
  }
  const form = page.locator('form', {
    has: page.locator(to === undefined ? 'textarea' : 'input[name=parentId]'),
  })
  await form.getByLabel('Name (optional)').fill(name)
  await form.getByLabel('Your comment').fill(body)
  await form.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Thank you! Your submission has been received!')).toBeVisible()
  await expect(page.getByText('Your comment will appear once approved by a moderator.').first()).toBeVisible()
  return { context, page }
}

/** The same from a device that nobody looks at: the form alone, as a browser without JavaScript sends it. */
const sendForm = async (
  address: string,
  { name, body, parentId }: { name: string; body: string; parentId?: string },
): Promise<void> => {
  const { origin, pathname } = new URL(address)
  const answer = await fetch(`${origin}${pathname}/comments`, {
    ...{ method: 'POST', redirect: 'manual', headers: { origin } },
    body: new URLSearchParams({ name, body, ...(parentId === undefined ? {} : { parentId }) }),
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    expect.stringContaining(`${pathname}/mine`),
  ])
}

const decideFirst = async (
  page: Page,
  move: 'Approve' | 'Reject' | 'Spam',
  waiting: number,
): Promise<void> => {
  const tab = page.getByRole('link', { name: /^Waiting/ })
  await expect(tab).toContainText(String(waiting))
  await page.getByRole('article').first().getByRole('button', { name: move, exact: true }).click()
  await expect(tab).toContainText(String(waiting - 1))
}

/** Both databases, both ways of reading: what JavaScript does in a page does not know which database there is. */
const WAYS = [
  { javaScriptEnabled: true, provider: 'sqlite' },
  { javaScriptEnabled: false, provider: POSTGRES_URL ? 'postgresql' : 'sqlite' },
] as const

const WORDS =
  'harbour lantern copper thistle marble window ferry pepper saddle orchard violin gravel thunder blanket compass meadow ribbon kettle glacier pigeon walnut engine desert anchor velvet bridge candle falcon hammer island jacket kitchen ladder mirror needle oyster pencil quarry rocket summer tunnel umbrella valley whistle yellow zipper basket cellar dragon feather'.split(
    ' ',
  )
/** Words of each reader's own: what many say alike stands on the desk as one card. */
const musing = (i: number): string =>
  Array.from({ length: 12 }, (_, k) => WORDS[(i * (k + 3) * 7 + k * 11) % WORDS.length]).join(' ')

for (const { javaScriptEnabled, provider } of WAYS) {
  test.describe(`${provider}, ${javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'}`, () => {
    test.use({ provider })

    test('set up by a link that opens once, write, read, comment, approve, survive a power cut', async ({
      server: fresh,
      browser,
    }) => {
      const staff = await browser.newContext({ javaScriptEnabled })
      const owner = await staff.newPage()
      const token = fresh.setupToken() ?? ''
      for (const query of ['', '?token=', '?token=wrong', `?token=${token}x`])
        expect((await owner.goto(`${fresh.url}/setup${query}`))?.status(), query).toBe(404)
      await setUp(owner, fresh)
      const linkIsOver = async () =>
        expect((await fetch(`${fresh.url}/setup?token=${token}`)).status).toBe(404)
      await linkIsOver()
      await writePiece(owner, javaScriptEnabled)

      await owner.getByRole('link', { name: 'View piece' }).click()
      const address = owner.url().split('?')[0] ?? ''
      await expect(owner.getByRole('heading', { level: 1 })).toHaveText(TITLE)
      await expect(owner.getByText('Be the first to leave a comment.')).toBeVisible()

      const readers: Awaited<ReturnType<typeof postAs>>[] = []
      /** The first three and one that answers by hand, in a browser of their own; the others by the same form. */
      const post = async (i: number, to?: { readonly words: string; readonly id: string }) => {
        const [name, body] = [i % 5 === 0 ? '' : `Reader ${i}`, `Thought number ${i}.\n${musing(i)}`]
        if (i > 3 && i !== 19) return sendForm(address, { name, body, parentId: to?.id })
        const { context, page } = await postAs(browser, address, {
          ...{ name, body, javaScriptEnabled, to: to?.words },
        })
        if (i === 1) readers.push({ context, page })
        else await context.close()
      }
      for (let i = 1; i <= 18; i += 1) await post(i)

      // The author still sees it after a reload and on a later visit; nobody else sees a trace.
      const [first] = readers
      if (!first) throw new Error('no reader')
      await first.page.goto(javaScriptEnabled ? address : `${address}/mine`)
      await expect(first.page.getByText('Thought number 1.', { exact: false }).first()).toBeVisible()
      const stranger = await browser.newContext()
      const strange = await stranger.newPage()
      await strange.goto(address)
      await expect(strange.getByText('Be the first to leave a comment.')).toBeVisible()
      expect(await strange.content()).not.toContain('Thought number')

      await owner.goto(`${fresh.url}/desk?order=oldest`)
      let waiting = 18
      for (let i = 0; i < 2; i += 1) await decideFirst(owner, 'Approve', waiting--)
      const page = await (await fetch(address)).text()
      const id = /id="comment-([0-9a-z]+)"(?:(?!id="comment-)[^])*?Thought number 1\./.exec(page)?.[1] ?? ''
      for (let i = 19; i <= 24; i += 1) await post(i, { words: 'Thought number 1.', id })
      await owner.goto(`${fresh.url}/desk?order=oldest`)
      waiting += 6
      for (let i = 0; i < 18; i += 1) await decideFirst(owner, 'Approve', waiting--)
      for (let i = 0; i < 3; i += 1) await decideFirst(owner, 'Reject', waiting--)
      await decideFirst(owner, 'Spam', waiting--)
      await expect(owner.getByText('Nothing is waiting').first()).toBeVisible()

      const check = async () => {
        await strange.goto(address)
        await expect(strange.getByRole('link', { name: '20 Comments' }).first()).toBeVisible()
        await expect(strange.getByText(/Thought number \d+\./)).toHaveCount(20)
        // Readers 5, 10, 15 and 20 gave no name; all of these were approved.
        await expect(strange.getByText('No Name Set', { exact: true })).toHaveCount(4)
        const feed = await (await fetch(`${fresh.url}/feed.xml`)).text()
        expect(feed).toContain('<slash:comments>20</slash:comments>')
        await owner.goto(`${fresh.url}/desk?tab=spam`)
        await expect(owner.getByRole('article')).toHaveCount(1)
        await owner.goto(`${fresh.url}/desk?tab=rejected`)
        await expect(owner.getByRole('article')).toHaveCount(3)
      }
      await check()
      await fresh.kill9()
      await fresh.restart()
      expect(fresh.setupToken()).toBeNull()
      await linkIsOver()
      await check()
      await Promise.all([staff.close(), stranger.close(), first.context.close()])
    })
  })
}
