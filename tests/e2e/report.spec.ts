import type { Page } from '@playwright/test'
import { barriers, sideways } from '../support/barriers'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { expect, test } from '../support/fixtures'

test.use({ serverFor: 'file' })

const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Send report' }).click()

test('without JavaScript: a reader reports a comment, and a moderator reads it and decides', async ({
  server,
  stet,
  browser,
}) => {
  const piece = await aPiece(stet)
  const { commentId } = await aComment(stet, {
    under: piece.slug,
    name: 'Bo',
    body: 'Cheap rope, DM me.',
    then: 'approve',
  })
  const password = 'the stet mark in the margin'
  await aUser(stet, { role: 'moderator', name: 'Mo', email: 'mo@pencil.example', password })
  const quiet = { javaScriptEnabled: false, baseURL: server.url }
  const page = await (await browser.newContext(quiet)).newPage()

  await page.goto(piece.path)
  await page.getByRole('link', { name: 'Report comment by Bo' }).click()
  await expect(page.getByRole('heading', { name: 'Report a comment' })).toBeVisible()
  await expect(page.getByText('Cheap rope, DM me.')).toBeVisible()

  // More than the moderators take: it comes back as it was sent.
  await page.getByLabel('It is advertising or spam').check()
  await page.getByLabel('Anything else? (optional)').fill('x'.repeat(501))
  await send(page)
  await expect(page.getByText('Please shorten this by 1 character.').first()).toBeVisible()
  await expect(page.getByLabel('It is advertising or spam')).toBeChecked()
  await expect(page.getByLabel('Anything else? (optional)')).toHaveValue('x'.repeat(501))

  await page.getByLabel('Anything else? (optional)').fill('The same under every piece.')
  await send(page)
  await expect(page).toHaveURL(`${server.url}/comments/${commentId}/report?done=1`)
  await expect(page.getByText('Thank you! Your submission has been received!')).toBeVisible()
  await expect(page.getByText('A moderator will look at this comment.')).toBeVisible()

  const desk = await (await browser.newContext(quiet)).newPage()
  await desk.goto('/login?next=/desk')
  await desk.getByLabel('Email').fill('mo@pencil.example')
  await desk.getByLabel('Password').fill(password)
  await desk.getByRole('button', { name: 'Sign in' }).click()
  await desk.getByRole('link', { name: /^Reported/ }).click()
  const card = desk.getByRole('article')
  await expect(card.getByText('It is advertising or spam (1)')).toBeVisible()
  await expect(card.getByText('The same under every piece.')).toBeVisible()
  await card.getByRole('button', { name: 'Spam', exact: true }).click()
  await expect(desk.getByRole('link', { name: /^Reported/ })).toContainText('0')

  // What is hidden now is not there any more, for the one who reported it either.
  const gone = await page.goto(`/comments/${commentId}/report?done=1`)
  expect(gone?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
})

test('without JavaScript: recommending leads back to the comment; one’s own is refused on a page that says so', async ({
  server,
  stet,
  browser,
}) => {
  const piece = await aPiece(stet)
  const { commentId, guestSecret } = await aComment(stet, { under: piece.slug, name: 'Bo', then: 'approve' })
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })
  const page = await context.newPage()
  const recommend = page.getByRole('button', { name: /^Recommend/ })
  await page.goto(piece.path)
  await recommend.click()
  await expect(page).toHaveURL(`${server.url}${piece.path}#comment-${commentId}`)
  await expect(recommend).toContainText('1')

  await context.addCookies([{ name: 'stet-guest', value: guestSecret ?? '', url: server.url }])
  const refused = page.waitForResponse((response) => response.request().method() === 'POST')
  await recommend.click()
  expect((await refused).status()).toBe(403)
  await expect(page.getByRole('heading', { name: 'This was not carried out' })).toBeVisible()
  await expect(page.getByText('This comment is your own.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the comment' }).click()
  await expect(page).toHaveURL(`${server.url}${piece.path}#comment-${commentId}`)

  const own = await page.goto(`/comments/${commentId}/report`)
  expect(own?.status()).toBe(403)
  await expect(page.getByText('This comment is your own.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send report' })).toHaveCount(0)
})

test('the form of a report has no violations, fits a small screen and works by keyboard', async ({
  page,
  stet,
}) => {
  const piece = await aPiece(stet)
  const { commentId } = await aComment(stet, { under: piece.slug, then: 'approve' })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/comments/${commentId}/report`)
  expect(await barriers(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
  const first = page.getByRole('radio').first()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.type('By keyboard.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Thank you! Your submission has been received!')).toBeVisible()
  expect(await barriers(page)).toEqual([])
})
