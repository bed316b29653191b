import type { Browser, Page } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { barriers, sideways } from '../support/barriers'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { expect, test } from '../support/fixtures'

const PASSWORD = 'a patient pencil in each hand'
const signedIn = async (browser: Browser, origin: string, javaScriptEnabled = true): Promise<Page> => {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: origin })
  const page = await context.newPage()
  await page.goto('/login?next=/desk')
  await page.getByLabel('Email').fill('sam@pencil.example')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/desk')
  return page
}

/** Goes there again and again: the index of words follows what is written a moment later. */
const untilFound = (page: Page, address: string, cards?: number): Promise<void> =>
  expect(async () => {
    await page.goto(address)
    const found = await page.getByRole('article').count()
    if (cards === undefined) expect(found).toBeGreaterThan(0)
    else expect(found).toBe(cards)
  }).toPass({ timeout: 20_000 })

const sam = (stet: Stet) =>
  aUser(stet, { name: 'Sam Okafor', email: 'sam@pencil.example', password: PASSWORD, role: 'moderator' })
const cardOf = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })

test('the desk by keyboard alone, and nothing in anybody’s way', async ({ server, stet, browser }) => {
  test.setTimeout(120_000)
  await sam(stet)
  const { slug } = await aPiece(stet, {
    title: 'A piece about ferries',
    text: 'The captain rings a bell.\n\nThe quay is old.',
  })
  const top = await aComment(stet, { under: slug, name: 'Ro', body: 'The first word.', then: 'approve' })
  for (const body of [
    'About the old quay, a thought.',
    'The captain again, somehow.',
    'Something else entirely.',
  ]) {
    await aComment(stet, { under: slug, to: top.commentId, body })
  }
  const page = await signedIn(browser, server.url)
  await expect(page.locator('[data-card][data-mine]').first()).toBeVisible()
  const held = page.locator('[data-card]:focus')
  await page.keyboard.press('j')
  await expect(held).toContainText('About the old quay')
  await page.keyboard.press('i')
  await expect(held).toContainText('The quay is old.')
  await expect(held).toContainText('The first word.')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await expect(held).toContainText('Something else entirely.')
  await expect(page.getByRole('link', { name: /^Rejected/ })).toContainText('1')
  await page.keyboard.press('u')
  await expect(held).toContainText('The captain again')
  await expect(page.getByText(/^Undone/).first()).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('quay')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=quay/)
  await untilFound(page, page.url(), 1)
  await expect(cardOf(page, 'About the old quay')).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.waitForURL(/tab=approved/)
  await expect(cardOf(page, 'The first word.')).toBeVisible()
  await page.setViewportSize({ width: 320, height: 640 })
  await page.locator('[data-details]').first().click()
  await expect(page.locator('[data-details-of]')).toBeVisible()
  expect(await sideways(page)).toBe(0)
  await page.context().close()
})

test('the desk without JavaScript: search, what surrounds a comment, a batch and its undo from the log', async ({
  server,
  stet,
  browser,
}) => {
  test.setTimeout(120_000)
  await sam(stet)
  const { slug } = await aPiece(stet, { title: 'A piece about ferries', text: 'The captain rings a bell.' })
  for (const body of [
    'One about the captain.',
    'Another about nothing at all.',
    'A third, of the captains.',
  ]) {
    await aComment(stet, { under: slug, body, name: 'Ottilie' })
  }
  const page = await signedIn(browser, server.url, false)
  await page.locator('summary', { hasText: 'search and filter' }).click()
  await page.getByLabel('Words of the text or the name').fill('captain')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await untilFound(page, page.url(), 2)
  await expect(page.getByLabel('Words of the text or the name')).toHaveValue('captain')
  await cardOf(page, 'One about').getByRole('link', { name: 'Author, thread and piece' }).click()
  await expect(page.getByText('The captain rings a bell.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The author here' })).toBeVisible()
  expect(await sideways(page)).toBe(0)
  await page.goBack()
  await page.getByLabel('Which comments').selectOption({ label: 'All that match (1,000 at once)' })
  await page.getByLabel('Several at once').getByRole('button', { name: 'Spam' }).click()
  await expect(page.getByText('Marked as spam.')).toBeVisible()
  await page.goto('/desk/log')
  await page.getByRole('button', { name: 'Undo all 2 of that click' }).first().click()
  await page.goto('/desk')
  await expect(page.getByRole('article')).toHaveCount(3)
  await page.context().close()
})
