import type { Page } from '@playwright/test'
import { barriers } from '../support/barriers'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { signedIn } from '../support/signed-in'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }
const EDITOR = { email: 'edda@pencil.example', password: 'hemp and manila and what came after' }

test('one writes, another takes over what was typed to the last word, and the first can take it back', async ({
  server,
  stet,
  browser,
}) => {
  const owner = await theOwner(stet)
  await aUser(stet, { name: 'Edda Wren', role: 'editor', addedBy: owner, ...EDITOR })
  const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Hemp.', state: 'draft' })
  const [ada, edda] = [await signedIn(browser, server, OWNER), await signedIn(browser, server, EDITOR)]
  const [first, second] = [await ada.newPage(), await edda.newPage()]

  await Promise.all([first.waitForResponse('**/studio/lock'), first.goto(`/studio/${articleId}`)])
  await second.goto(`/studio/${articleId}`)
  await expect(second.getByText('is writing here', { exact: false })).toBeVisible()
  await expect(second.getByLabel('Title')).not.toBeEditable()
  expect(await barriers(second)).toEqual([])

  // Typed, and taken over before it was saved by itself.
  await first.getByLabel('Title').fill('Ropes, and what came after')
  await second.getByRole('button', { name: 'Take over' }).click()
  await expect(second.getByLabel('Title')).toBeEditable()
  await expect(second.getByLabel('Title')).toHaveValue('Ropes, and what came after')
  await expect(first.getByText('Edda Wren has taken over')).toBeVisible()
  await expect(first.getByLabel('Title')).not.toBeEditable()
  // What cannot be written cannot be saved either: no button, and no key.
  await expect(first.getByRole('button', { name: /^(?:Save draft|Publish|Move to trash)$/ })).toHaveCount(0)
  await expect(second.getByRole('button', { name: 'Save draft' })).toBeVisible()

  await second.getByLabel('Title').fill('Ropes and knots')
  await second.close()
  await first.getByRole('button', { name: 'Take back' }).click()
  await expect(first.getByLabel('Title')).toBeEditable()
  await expect(first.getByLabel('Title')).toHaveValue('Ropes and knots')
  await first.close()

  // Where nobody tells them of each other, both write in one paragraph of the sheet.
  const pages = [await ada.newPage(), await edda.newPage()] as const
  const sheet = (page: Page) => page.locator('.writing-text')
  for (const page of pages) {
    await page.route('**/studio/lock', (route) => route.abort())
    await page.goto(`/studio/${articleId}`)
    await expect(sheet(page)).toContainText('Hemp.')
    await sheet(page).focus()
    await page.keyboard.press('Control+Home')
  }
  await pages[0].keyboard.type('Manila and ')
  await expect(pages[0].getByText(/^Saved \d\d:\d\d/)).toBeVisible()
  await pages[1].keyboard.type('Sisal and ')
  await expect(pages[1].getByText('There are two texts of this piece now')).toBeVisible()
  await expect(pages[1].getByRole('region', { name: 'Theirs' })).toContainText('Manila and Hemp.')
  // The sheet closes as soon as its text can be read as Markdown.
  await expect(sheet(pages[1])).toHaveCount(0)
  await expect(pages[1].getByLabel('Text', { exact: true })).toHaveValue(/^Sisal and Hemp\./)
  await expect(pages[1].getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  expect(await barriers(pages[1])).toEqual([])

  const [piece, kept] = [
    await stet.articles.open(owner, { articleId }),
    await stet.articles.revisions(owner, { articleId }),
  ]
  if (!piece.ok || !kept.ok) throw new Error('The piece is gone.')
  expect(piece.value.text).toContain('Manila and Hemp.')
  expect(kept.value.items.map(({ kind }) => kind)).toContain('conflict')
  const { version } = piece.value
  const published = await stet.articles.publish(owner, { articleId, version })
  expect(published.ok ? 'published' : published.error.code).toBe('conflict')

  await pages[1].getByRole('button', { name: 'Keep mine' }).click()
  await expect(pages[1].getByText(/^Saved \d\d:\d\d/)).toBeVisible()
  await pages[1].getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(pages[1].getByRole('link', { name: 'View piece' })).toBeVisible()
  await Promise.all([ada.close(), edda.close()])
})
