import AxeBuilder from '@axe-core/playwright'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { WHILE_MADE, aPhoto } from '../support/pictures'
import { signedIn } from '../support/signed-in'
import { takenOver } from '../support/studio-page'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }

test('a cover is brought or chosen, looked at in its shapes, and stands where the piece is told of', async ({
  server,
  stet,
  browser,
}) => {
  await theOwner(stet)
  const { articleId, path } = await aPiece(stet, { title: 'A ferry in fog' })
  const context = await signedIn(browser, server, OWNER)
  const page = await context.newPage()
  await page.goto(`/studio/${articleId}`)
  // What is dropped before would fall on the bare page.
  await takenOver(page)
  const cover = page.getByRole('region', { name: 'Cover picture' })
  await expect(cover.getByText('None yet')).toBeVisible()
  // Its address is nobody's business.
  await expect(page.locator('input[name=cover]')).toBeHidden()

  const bytes = (await aPhoto(1200, 800)).toString('base64')
  const dropped = await page.evaluateHandle((photo) => {
    const data = new DataTransfer()
    const letters = Uint8Array.from(atob(photo), (letter) => letter.charCodeAt(0))
    data.items.add(new File([letters], 'ferry.jpg', { type: 'image/jpeg' }))
    return data
  }, bytes)
  await cover.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(cover.locator('.cover-shapes img')).toHaveCount(4, WHILE_MADE)
  await expect(cover.getByRole('status')).toHaveText('Say below what the cover shows.')
  await page.getByLabel('What the cover shows').fill('A ferry, half in fog.')
  await expect(cover.getByRole('status')).toBeEmpty()
  await cover.locator('.focus-picture img').click({ position: { x: 2, y: 2 } })
  await expect(page.getByLabel('Focal point of the cover')).toHaveValue(/^[0-3] [0-3]$/)
  await page.getByText('Search and sharing').click()
  await expect(page.locator('.share-preview img')).toBeVisible()
  await page.getByLabel('Headline where it is shared').fill('Fog, and a ferry')
  await expect(page.locator('.share-preview')).toContainText('Fog, and a ferry')

  await cover.getByRole('button', { name: 'No cover' }).click()
  await expect(cover.getByText('None yet')).toBeVisible()
  await expect(page.locator('.share-words')).toHaveText('A ferry in fog')

  // From the library, with keys alone.
  const choose = cover.getByRole('button', { name: 'Choose a cover…' })
  await expect(choose).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'ferry.jpg' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(choose).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'ferry.jpg' }).press('Enter')
  await expect(cover.locator('.cover-shapes img')).toHaveCount(4)
  await expect(cover.getByRole('button', { name: 'Another picture…' })).toBeFocused()
  await page.getByLabel('What the cover shows').fill('A ferry, half in fog.')
  expect((await new AxeBuilder({ page }).include('form').analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const shown = async (): Promise<string> => (await fetch(server.url + path)).text()
  await expect.poll(shown).toContain('alt="A ferry, half in fog."')

  // Without scripts its address is typed.
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  })
  const bare = await plain.newPage()
  await bare.goto(`${server.url}/studio/${articleId}`)
  const address = bare.getByLabel('Cover picture')
  await expect(address).toHaveValue(/^\/media\/.+\.jpg$/)
  await address.fill('')
  await bare.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect.poll(shown).not.toContain('alt="A ferry, half in fog."')
  await plain.close()
  await context.close()
})
