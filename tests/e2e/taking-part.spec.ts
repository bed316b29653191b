import type { Page } from '@playwright/test'
import { aComment } from '../support/builders/a-comment'
import { aClient } from '../support/builders/a-client'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { expect, test } from '../support/fixtures'
import { islandOf } from '../support/island'

test.use({ serverFor: 'file' })

const PASSWORD = 'the stet mark in the margin'
const LINKS = 'Look here: a.example.org, b.example.org, c.example.org and d.example.org.'

const signIn = async (page: Page, email: string, next: string): Promise<void> => {
  await page.goto(`/login?next=${next}`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === next)
}

test('without JavaScript: a nudge, posting anyway, and what becomes of it, here and on another device', async ({
  server,
  stet,
  browser,
}) => {
  const piece = await aPiece(stet, { title: 'The ferry stops at six' })
  // Twenty decisions are enough to say how long it takes.
  for (let n = 1; n <= 20; n += 1) {
    await aComment(stet, { under: piece.slug, then: 'approve', client: aClient(n) })
  }
  await aUser(stet, { role: 'moderator', name: 'Mo', email: 'mo@pencil.example', password: PASSWORD })
  const quiet = { javaScriptEnabled: false, baseURL: server.url }
  const page = await (await browser.newContext(quiet)).newPage()

  await page.goto(piece.path)
  await expect(
    page.getByText('A moderator reads every comment here, usually within a few minutes.'),
  ).toBeVisible()
  const form = page.locator('form.comment-form')
  await form.getByLabel('Your comment').fill(LINKS)
  await form.getByLabel('Name (optional)').fill('Ada')
  const nudged = page.waitForResponse((response) => response.request().method() === 'POST')
  await form.getByRole('button', { name: 'Post comment' }).click()
  expect((await nudged).status()).toBe(422)
  await expect(page.getByRole('heading', { name: 'Nothing was posted yet.' })).toBeVisible()
  await expect(page.getByText('This looks like an advertisement: it holds 4 links.')).toBeVisible()
  await expect(form.getByLabel('Your comment')).toHaveValue(LINKS)
  await expect(form.getByLabel('Name (optional)')).toHaveValue('Ada')
  expect(await stet.ports.queueReader.counts()).toMatchObject({ waiting: 0 })

  await form.getByRole('button', { name: 'Post anyway' }).click()
  await expect(page).toHaveURL(`${server.url}${piece.path}/mine?posted=1`)
  await expect(page.getByText('Thank you! Your submission has been received!')).toBeVisible()
  await expect(page.getByText('Your comment will appear once approved by a moderator.')).toBeVisible()
  const link = (await page.getByRole('link', { name: 'Keep this link' }).getAttribute('href')) ?? ''

  // Another device, without the cookie.
  const elsewhere = await (await browser.newContext(quiet)).newPage()
  const answer = await elsewhere.goto(link)
  expect(answer?.headers()).toMatchObject({
    ...{ 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' },
  })
  await expect(elsewhere.locator('.comment-text')).toHaveText(LINKS)
  expect(await elsewhere.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
  await elsewhere.getByText('Edit', { exact: true }).click()
  await elsewhere.getByLabel('Your comment').fill('Better without links.')
  await elsewhere.getByRole('button', { name: 'Save changes' }).click()
  await expect(elsewhere.getByText('Your new text has been received.')).toBeVisible()
  await elsewhere.goto(link.slice(0, -1))
  await expect(elsewhere.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()

  // A moderator turns it down, with a reason.
  const desk = await (await browser.newContext(quiet)).newPage()
  await signIn(desk, 'mo@pencil.example', '/desk')
  const card = desk.getByRole('article').filter({ hasText: 'Better without links.' })
  await card.getByLabel('Reason for rejecting').selectOption('Off topic')
  await card.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(desk.getByText('Nothing is waiting')).toBeVisible()

  const told = 'Rejected: a moderator decided not to publish this comment. Reason: Off topic.'
  await page.goto(`${piece.path}/mine`)
  await expect(page.getByText(told)).toBeVisible()
  await elsewhere.goto(link)
  await expect(elsewhere.getByText(told)).toBeVisible()
  await expect(elsewhere.getByRole('button')).toHaveCount(0)
  // And nobody else learns of it.
  const stranger = await (await browser.newContext(quiet)).newPage()
  await stranger.goto(piece.path)
  await expect(stranger.getByText('Better without links.')).toHaveCount(0)
  await stranger.goto(`${piece.path}/mine`)
  await expect(stranger.getByText('You have written nothing here yet')).toBeVisible()
})

test('with JavaScript: one nudge, one comment', async ({ stet, page }) => {
  const piece = await aPiece(stet)
  const { waiting } = await stet.ports.queueReader.counts()
  await page.goto(piece.path)
  await islandOf(page)
  await page.getByLabel('Your comment').fill(LINKS)
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('This looks like an advertisement: it holds 4 links.')).toBeVisible()
  await page.getByRole('button', { name: 'Post anyway' }).dblclick()
  await expect(page.getByText('Thank you! Your submission has been received!')).toBeVisible()
  expect(await stet.ports.queueReader.counts()).toMatchObject({ waiting: waiting + 1 })
})

test('what the island improves works before it is there: typed and posted meanwhile, by the plain form', async ({
  stet,
  page,
}) => {
  const piece = await aPiece(stet)
  const { waiting } = await stet.ports.queueReader.counts()
  await page.route(/\/islands\/elements-/, (route) => route.abort())
  await page.goto(piece.path)
  await expect(page.getByRole('link', { name: 'Share' })).toHaveAttribute('href', /^mailto:/)
  await page.getByLabel('Your comment').fill('Said before the script had come.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Thank you! Your submission has been received!')).toBeVisible()
  await expect(page.locator('.comment-text')).toHaveText('Said before the script had come.')
  expect(await stet.ports.queueReader.counts()).toMatchObject({ waiting: waiting + 1 })
})

test('several faults are named at once, beside their fields, and nothing typed is lost', async ({
  server,
  stet,
  browser,
}) => {
  const piece = await aPiece(stet)
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })).newPage()
  await page.goto(piece.path)
  const long = 'word '.repeat(2_500)
  await page.getByLabel('Your comment').fill(long)
  await page.getByLabel('Name (optional)').fill('x'.repeat(81))
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByLabel('Your comment')).toHaveValue(long)
  await expect(page.getByLabel('Your comment')).toHaveAccessibleDescription(/at most 10,000 characters/)
  await expect(page.getByLabel('Name (optional)')).toHaveAccessibleDescription(/at most 80 characters/)
})

test('one’s own comments come in pages of twenty; the account lists them over all pieces', async ({
  stet,
  page,
}) => {
  const [first, second] = [
    await aPiece(stet, { title: 'The first piece' }),
    await aPiece(stet, { title: 'The second piece' }),
  ]
  const mel = await aUser(stet, {
    role: 'member',
    name: 'Mel',
    email: 'mel@pencil.example',
    password: PASSWORD,
  })
  for (let n = 1; n <= 21; n += 1) await aComment(stet, { under: first.slug, by: mel, body: `Thought ${n}.` })
  await aComment(stet, { under: second.slug, by: mel, body: 'Published.', then: 'approve' })

  await signIn(page, 'mel@pencil.example', '/account')
  const list = page.getByRole('region', { name: 'Your comments' })
  await expect(list.getByRole('listitem')).toHaveCount(20)
  await expect(list.getByRole('listitem').first()).toContainText('Published.')
  await expect(list.getByRole('link', { name: 'See it in the thread' })).toHaveCount(1)
  await expect(list.getByRole('link', { name: 'The second piece' })).toBeVisible()
  await list.getByRole('link', { name: 'Older' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(2)

  // The oldest stands on no first page: the link leads to the page that holds it, and back to it after a change.
  await list.getByRole('listitem').last().getByRole('link', { name: 'Edit or withdraw' }).click()
  const oldest = page.getByRole('listitem').filter({ hasText: 'Thought 1.' })
  await oldest.getByText('Withdraw', { exact: true }).click()
  await oldest.getByRole('button', { name: 'Withdraw this comment' }).click()
  await expect(page.getByText('Your comment has been withdrawn.')).toBeVisible()
  await expect(oldest.getByText('You withdrew this comment.')).toBeVisible()

  await page.goto(`${first.path}/mine`)
  await expect(page.locator('.own-list > li')).toHaveCount(20)
  await page.getByRole('link', { name: 'Older' }).click()
  await expect(page.locator('.own-list > li')).toHaveCount(1)
})
