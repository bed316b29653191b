import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { storedPiece } from '../support/stored-piece'
import { persona, snapshot } from '../support/persona'
import { aPhoto } from '../support/pictures'
import type { RunningServer } from '../support/start-server'

test.use({ serverFor: 'file' })

const OWNER = ['owner@pencil.example', 'the blue end and the red one'] as const

const signIn = async (page: Page, server: RunningServer): Promise<void> => {
  const { cookies } = await persona(server.url).signIn(...OWNER)
  await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: server.url })))
}

/** Not the field of Markdown, which bears the same name until the sheet takes its place. */
const sheet = (page: Page) =>
  page.getByRole('textbox', { name: 'Text', exact: true }).and(page.locator('[contenteditable]'))
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible()

/** What a program puts on the clipboard, as a browser hands it over. */
const paste = (page: Page, data: Readonly<Record<string, string>>): Promise<void> =>
  sheet(page).evaluate((element, given) => {
    const clipboardData = new DataTransfer()
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)

const pastePicture = (page: Page, bytes: Buffer): Promise<void> =>
  sheet(page).evaluate((element, base64) => {
    const letters = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([letters], 'ferry.jpg', { type: 'image/jpeg' }))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, bytes.toString('base64'))

/** Runs to the tool with the arrows, as somebody without a mouse does, and presses it. */
const reach = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('Home')
  for (let steps = 0; steps < 40; steps += 1) {
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    if (focused === name) break
    await page.keyboard.press('ArrowRight')
  }
  await expect(tool(page, name)).toBeFocused()
  await page.keyboard.press('Enter')
}

test('a piece by keyboard only: shortcuts, a table, a note, back through Markdown, out to readers', async ({
  page,
  server,
  stet,
}) => {
  await theOwner(stet)
  await signIn(page, server)
  await page.goto('/studio')
  await page.getByRole('button', { name: 'New piece' }).press('Enter')
  await expect(sheet(page)).toBeVisible()
  const { keyboard } = page

  await page.getByLabel('Title').focus()
  await keyboard.type('Of ropes')
  await keyboard.press('Enter')
  await keyboard.type('What came after hemp')
  await keyboard.press('Enter')
  await expect(sheet(page)).toBeFocused()
  await keyboard.type('## Hemp\nIt was **strong** and _light_.[^1]')
  await expect(page.getByRole('textbox', { name: 'Words of the note' })).toBeFocused()
  await keyboard.type('Older than iron.')
  await keyboard.press('Enter')
  await keyboard.type(' TK')
  await keyboard.press('Enter')
  await keyboard.type('- first\nsecond')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await expect(page.locator('.tk-marker')).toHaveText('TK')

  const firstLine = (): Promise<number> =>
    sheet(page).evaluate(
      (text) => (text.firstElementChild?.getBoundingClientRect().top ?? 0) + window.scrollY,
    )
  const before = await firstLine()
  await reach(page, 'Table')
  await keyboard.press('Enter')
  for (const word of ['Rope', 'Metres', 'Use', 'Hemp', '40']) {
    await keyboard.type(word)
    await keyboard.press('Tab')
  }
  await keyboard.type('mooring')
  await expect(tool(page, 'Delete row')).toBeVisible()
  // The tools of a table move nothing.
  expect(await firstLine()).toBe(before)
  await reach(page, 'Delete row')
  await expect(page.getByRole('columnheader', { name: 'Metres' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
  await reach(page, 'Undo')
  await expect(page.getByRole('row')).toHaveCount(3)
  await keyboard.press('Alt+F10')
  await keyboard.press('Escape')
  await expect(sheet(page)).toBeFocused()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await saved(page)

  await reach(page, 'Markdown')
  const source = page.locator('#text')
  await expect(source).toHaveValue(/\[\^1\]: Older than iron\./)
  const markdown = await source.inputValue()
  expect(markdown).toContain('## Hemp\n\nIt was **strong** and *light*.[^1] TK\n\n- first\n  - second')
  expect(markdown).toContain('| Hemp | 40 | mooring |')
  await tool(page, 'Write on the sheet').press('Enter')
  await expect(sheet(page)).toContainText('It was strong and light.')
  await tool(page, 'Markdown').press('Enter')
  await expect(source).toHaveValue(markdown)
  await tool(page, 'Write on the sheet').press('Enter')
  await expect(sheet(page)).toContainText('It was strong and light.')

  // Out as a file; another file in its place, in a language from the right; and back.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    tool(page, 'Download Markdown').press('Enter'),
  ])
  expect(file.suggestedFilename()).toBe('Of-ropes.md')
  expect(await readFile(await file.path(), 'utf8')).toBe(`${markdown}\n`)
  await page.getByLabel('Language', { exact: true }).fill('ar')
  await expect(page.locator('#writing-text')).toHaveAttribute('dir', 'rtl')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tool(page, 'Import Markdown').press('Enter'),
  ])
  await chooser.setFiles({
    ...{ name: 'حبل.md', mimeType: 'text/markdown' },
    buffer: Buffer.from('## حبل\n\n- أول\n- ثان\n\n> قنب'),
  })
  await expect(sheet(page).getByRole('heading', { name: 'حبل' })).toBeVisible()
  const item = sheet(page).getByRole('listitem').first()
  expect(await item.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
  await keyboard.press('Control+z')
  await expect(sheet(page)).toContainText('It was strong and light.')
  await page.getByLabel('Language', { exact: true }).fill('en')
  await saved(page)
  const id = page.url().split('/').at(-1) ?? ''
  // As the checklist leads there: to the very place.
  await page.goto(`/studio/${id}?at=TK`)
  await expect(sheet(page)).toContainText('It was strong and light.')
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe('TK')
  expect((await storedPiece(stet, id)).text).toBe(markdown)
})

test('what is pasted keeps its meaning or comes plain; a picture is asked what it shows and reaches readers', async ({
  page,
  server,
  stet,
}) => {
  await theOwner(stet)
  const { articleId } = await aPiece(stet, { title: 'The lock', text: 'Before.', state: 'draft' })
  const other = await aPiece(stet, { title: 'The weir at dawn', text: 'Water.' })
  await signIn(page, server)
  await page.goto(`/studio/${articleId}`)
  await expect(sheet(page)).toContainText('Before.')
  await sheet(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')

  const html =
    '<h1>At night</h1><p onclick="alert(1)">It was <b>closed</b> <a href="javascript:alert(1)">now</a>.</p><img src="https://elsewhere.example/a.png">'
  await paste(page, { 'text/html': html, 'text/plain': 'At night\nIt was closed now.' })
  await expect(sheet(page).getByRole('heading', { name: 'At night' })).toBeVisible()
  await expect(page.getByText('A picture from elsewhere left out')).toBeVisible()
  await tool(page, 'Plain').click()
  await expect(sheet(page).getByRole('heading', { name: 'At night' })).toHaveCount(0)
  await expect(sheet(page)).toContainText('It was closed now.')
  await page.keyboard.press('Enter')
  await paste(page, { 'text/plain': '## Tides\n\n- ebb\n- flow' })
  await expect(sheet(page).getByRole('heading', { name: 'Tides' })).toBeVisible()
  await tool(page, 'Keep formatting').click()

  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('See @weir')
  await expect(page.getByRole('option', { name: 'The weir at dawn' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByRole('link', { name: 'The weir at dawn' })).toHaveAttribute(
    'href',
    `/pieces/${other.articleId}`,
  )
  // The blank behind it gives way to a full stop, and is not doubled by one that is typed.
  await page.keyboard.type('. Then @weir')
  await expect(page.getByRole('option', { name: 'The weir at dawn' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' again')
  await expect(sheet(page).getByText('See ')).toHaveText('See The weir at dawn. Then The weir at dawn again')

  await page.keyboard.press('Enter')
  await pastePicture(page, await aPhoto(1600, 1200))
  const dialog = page.getByRole('dialog', { name: 'Picture' })
  // It is uploaded and drawn in all its sizes first.
  await expect(dialog).toBeVisible({ timeout: 90_000 })
  await dialog.getByRole('button', { name: 'Put it into the text' }).click()
  await expect(dialog.getByText('Say what it shows, or tick that it is decorative.')).toBeVisible()
  await dialog.getByLabel('What it shows').fill('A ferry at night')
  await dialog.getByLabel('Caption').fill('The last one')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await dialog.getByRole('button', { name: 'Put it into the text' }).click()
  await expect(sheet(page).getByRole('img', { name: 'A ferry at night' })).toBeVisible()
  // Up out of its caption: over a picture there is no line to go to, but the one before it.
  await sheet(page).getByText('The last one').click()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.type(', up here')
  await expect(sheet(page).getByText('See ')).toHaveText(/again, up here$/)

  await page.keyboard.press('Control+f')
  await page.getByLabel('Find', { exact: true }).fill('closed')
  await page.getByLabel('Replace with').fill('open')
  await tool(page, 'Replace all').click()
  await expect(sheet(page)).toContainText('It was open now.')
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toBeFocused()

  await tool(page, 'Publish').click()
  await expect(page.getByRole('link', { name: 'View piece' })).toBeVisible()
  const { body } = await snapshot(persona(server.url), '/articles/the-lock')
  expect(body).toContain('It was open now.')
  expect(body).toContain('alt="A ferry at night"')
  expect(body).toContain('The last one')
  expect(body).toContain('href="/articles/the-weir-at-dawn"')
  expect(body).not.toContain('javascript:')
})
