import AxeBuilder from '@axe-core/playwright'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { aPhoto } from '../support/pictures'
import { signedIn } from '../support/studio-device'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }

test('a picture goes from a file to a reader', async ({ server, stet, browser }) => {
  await theOwner(stet)
  const context = await signedIn(browser, server, OWNER)
  const page = await context.newPage()
  await page.goto('/studio/media', { waitUntil: 'networkidle' })
  await expect(page.getByText('No pictures yet.')).toBeVisible()
  const photo = { name: 'ferry.jpg', mimeType: 'image/jpeg', buffer: await aPhoto(1600, 1200) }
  await page.getByLabel('Add pictures').setInputFiles(photo)
  await expect(page.getByText('ferry.jpg is in the library.')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByText('What it shows', { exact: true }).first().click()
  await page.getByLabel('What it shows').fill('A ferry at night')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByLabel('To put it into a piece')).toHaveValue(/^!\[A ferry at night\]/)
  const line = await page.getByLabel('To put it into a piece').inputValue()
  const address = /\/media\/\w+\.jpg/.exec(line)?.[0] ?? ''

  const { path } = await aPiece(stet, { title: 'The ferry', text: `Before.\n\n${line}\n\nAfter.` })
  await page.goto('/studio/media')
  await expect(page.getByRole('link', { name: 'The ferry' })).toBeVisible()
  await expect(page.getByText('Delete', { exact: true })).toHaveCount(0)

  const reader = await browser.newPage({ baseURL: server.url })
  await reader.addInitScript(() => {
    Object.assign(window, { moved: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, {
          moved: Number(Reflect.get(window, 'moved')) + Number(Reflect.get(entry, 'value')),
        })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await reader.goto(path)
  const image = reader.getByRole('img', { name: 'A ferry at night' })
  await image.scrollIntoViewIfNeeded()
  await expect
    .poll(() => image.evaluate((shown: HTMLImageElement) => [shown.complete, shown.naturalWidth > 0]))
    .toEqual([true, true])
  expect(await image.evaluate((shown: HTMLImageElement) => shown.currentSrc)).toMatch(/-\d+\.avif$/)
  expect(await reader.evaluate(() => Reflect.get(window, 'moved'))).toBe(0)
  expect((await reader.request.get(address)).headers()['cache-control']).toContain('immutable')
  await reader.close()
  await context.close()
})
