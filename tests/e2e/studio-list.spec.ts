import { barriers, sideways } from '../support/barriers'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { signedIn } from '../support/signed-in'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }

test('several pieces at once, out of the list and back; a month of pieces; addresses that lead on', async ({
  server,
  stet,
  browser,
}) => {
  await theOwner(stet)
  for (const title of ['Hemp', 'Manila']) await aPiece(stet, { title, state: 'draft' })
  const { slug } = await aPiece(stet, { title: 'Ropes of the harbour' })

  const plain = await signedIn(browser, server, OWNER, { scripts: false })
  const list = await plain.newPage()
  await list.goto('/studio?status=draft')
  for (const title of ['Hemp', 'Manila']) await list.getByLabel(`Select ${title}`).check()
  await list.getByLabel('With those ticked').selectOption('trash')
  await list.getByRole('button', { name: 'Do it' }).click()
  await expect(list.getByText('Done: 2 pieces.')).toBeVisible()
  await list.goto('/studio?status=trashed')
  await list.getByLabel('Select Hemp').check()
  await list.getByRole('button', { name: 'Do it' }).click()
  await expect(list.getByText('Done: 1 piece.')).toBeVisible()
  await list.getByRole('button', { name: 'Do it' }).click()
  await expect(list.getByText('Tick the pieces first.')).toBeVisible()

  const reader = await browser.newPage({ baseURL: server.url })
  expect((await reader.goto('/2019/ropes-of-harbour.html'))?.status()).toBe(404)

  const context = await signedIn(browser, server, OWNER)
  const page = await context.newPage()
  await page.goto('/studio/calendar')
  await expect(page.getByRole('link', { name: 'Ropes of the harbour' }).first()).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await expect(async () => {
    await page.goto('/studio/redirects')
    await expect(page.getByText('/2019/ropes-of-harbour.html')).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Lead it there' }).click()
  await expect(page.getByText('leads there from now on')).toBeVisible()
  await reader.goto('/2019/Ropes-of-Harbour.html?utm=1')
  expect(new URL(reader.url()).pathname).toBe(`/articles/${slug}`)

  await page.setViewportSize({ width: 320, height: 700 })
  for (const path of ['/studio', '/studio/calendar', '/studio/redirects', '/settings/people']) {
    await page.goto(path)
    expect(await sideways(page), path).toBe(0)
  }
})
