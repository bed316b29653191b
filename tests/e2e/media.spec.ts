import AxeBuilder from '@axe-core/playwright'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { storedPiece } from '../support/stored-piece'
import { WHILE_MADE, aPhoto } from '../support/pictures'
import { signedIn } from '../support/signed-in'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }

test('a picture goes from a file to a reader', async ({ server, stet, browser }) => {
  await theOwner(stet)
  const context = await signedIn(browser, server, OWNER)
  const page = await context.newPage()
  await page.goto('/studio/media')
  await expect(page.getByText('No pictures yet.')).toBeVisible()
  // Its scripts take several at once.
  await expect(page.getByLabel('Add pictures')).toHaveAttribute('multiple')
  const photo = { name: 'ferry.jpg', mimeType: 'image/jpeg', buffer: await aPhoto(1600, 1200) }
  await page.getByLabel('Add pictures').setInputFiles(photo)
  await expect(page.getByText('ferry.jpg is in the library.')).toBeVisible(WHILE_MADE)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByText('What it shows', { exact: true }).first().click()
  await page.getByLabel('What it shows').fill('A ferry at night')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByLabel('To put it into a piece')).toHaveValue(/^!\[A ferry at night\]/)
  const line = await page.getByLabel('To put it into a piece').inputValue()
  const address = /\/media\/\w+\.jpg/.exec(line)?.[0] ?? ''

  // From the library into a text, with the point that must stay in sight; then a file dropped, and two as a gallery.
  const { articleId } = await aPiece(stet, { title: 'The quay', text: 'Before.', state: 'draft' })
  await page.goto(`/studio/${articleId}`)
  const sheet = page.locator('.writing-text')
  const dialog = page.getByRole('dialog')
  await sheet.click()
  await page.keyboard.press('Control+End')
  await page.getByRole('button', { name: 'Picture', exact: true }).click()
  await expect(dialog.getByText('Or from the library:')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await dialog.getByRole('button', { name: 'A ferry at night' }).click()
  await expect(dialog.getByLabel('What it shows')).toHaveValue('A ferry at night')
  const shown = dialog.locator('.ask-picture')
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  const box = await shown.boundingBox()
  await shown.click({ position: { x: (box?.width ?? 0) * 0.25, y: (box?.height ?? 0) * 0.75 } })
  await expect(dialog.getByLabel('Focal point')).toHaveValue('25 75')
  await dialog.getByRole('button', { name: 'Put it into the text' }).click()
  await expect(sheet.getByRole('img', { name: 'A ferry at night' })).toBeVisible()

  const drop = (files: readonly (readonly [name: string, bytes: Buffer])[]) =>
    sheet.evaluate(
      (element, given) => {
        const dataTransfer = new DataTransfer()
        for (const [name = '', base64 = ''] of given) {
          const letters = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          const type = name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg'
          dataTransfer.items.add(new File([letters], name, { type }))
        }
        const { left, top } = element.getBoundingClientRect()
        const facts = { dataTransfer, bubbles: true, cancelable: true, clientX: left + 30, clientY: top + 60 }
        element.dispatchEvent(new DragEvent('drop', facts))
      },
      files.map(([name, bytes]) => [name, bytes.toString('base64')]),
    )
  // Several at once: each is asked about and put in, in their order; what is no picture is named, and stops no other.
  await drop([
    ['quay.jpg', await aPhoto(420, 300)],
    ['torn.jpg', Buffer.from('no picture')],
    ['bill.pdf', Buffer.from('%PDF')],
    ['pier.jpg', await aPhoto(410, 300)],
  ])
  await dialog.getByRole('button', { name: 'Go on' }).click()
  for (const [at, alt] of [
    [1, 'The quay'],
    [3, 'The pier'],
  ]) {
    await expect(dialog.getByRole('heading', { name: `Picture ${at} of 3` })).toBeVisible(WHILE_MADE)
    await dialog.getByLabel('What it shows').fill(String(alt))
    await dialog.getByRole('button', { name: 'Put it into the text' }).click()
  }
  await expect(sheet.getByRole('img', { name: 'The pier' })).toBeVisible()
  const shownNow = await sheet
    .locator('.writing-figure > img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('alt')))
  expect(shownNow.join(', ')).toContain('The quay, The pier')
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([/^bill\.pdf: /, /^torn\.jpg: /])
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Gallery', exact: true }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Files of this device…' }).click(),
  ])
  await chooser.setFiles([
    { ...photo, name: 'one.jpg', buffer: await aPhoto(330, 330) },
    { ...photo, name: 'two.jpg', buffer: await aPhoto(340, 240) },
  ])
  for (const at of [1, 2]) {
    await expect(dialog.getByRole('heading', { name: `Picture ${at} of 2` })).toBeVisible(WHILE_MADE)
    await dialog.getByLabel('It is decorative').check()
    await dialog.getByRole('button', { name: 'Put it into the text' }).click()
  }
  await expect(sheet.locator('[data-gallery] .writing-figure')).toHaveCount(2)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('link', { name: 'View piece' })).toBeVisible()
  const { content } = await storedPiece(stet, articleId)
  expect(content.content.map(({ type }) => type)).toEqual(expect.arrayContaining(['figure', 'gallery']))

  const { path } = await aPiece(stet, { title: 'The ferry', text: `Before.\n\n${line}\n\nAfter.` })
  await page.goto('/studio/media')
  await expect(page.getByRole('link', { name: 'The ferry' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'The quay' })).toHaveCount(5)
  await expect(page.getByText('Delete', { exact: true })).toHaveCount(0)

  // One of them becomes the logo.
  await page.goto('/settings/appearance')
  const logo = page.getByRole('region', { name: 'Logo', exact: true })
  await logo.getByRole('button', { name: 'Choose a picture…' }).click()
  await dialog.getByRole('button', { name: 'A ferry at night' }).click()
  await expect(logo.getByRole('status')).toHaveText('Not saved yet.')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved.')).toBeVisible()
  await expect(logo.getByRole('img')).toHaveAttribute('src', address.replace('.jpg', '.webp'))

  // Without scripts a refused file leads back to the library, which says what is wrong with it.
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  })
  const bare = await plain.newPage()
  await bare.goto(`${server.url}/studio/media`)
  const torn = { name: 'torn.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }
  await bare.getByLabel('Add pictures').setInputFiles(torn)
  const [refusal] = await Promise.all([
    bare.waitForResponse((answer) => answer.request().method() === 'POST'),
    bare.getByRole('button', { name: 'Upload' }).click(),
  ])
  expect(refusal.status()).toBe(422)
  await expect(bare.getByRole('heading', { name: 'Media', exact: true })).toBeVisible()
  await expect(bare.getByRole('alert')).toContainText('torn.jpg: This file is not a picture')
  await plain.close()

  const reader = await browser.newPage({ baseURL: server.url })
  // What a picture that comes late would push: the piece. The lines of the masthead may give way by a hair when its face comes.
  await reader.addInitScript(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: readonly { readonly node: Node | null }[] = Reflect.get(entry, 'sources')
        for (const { node } of sources)
          if (node && document.querySelector('main')?.contains(node)) moved.push(node.nodeName)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  let painted = (): void => undefined
  const first = new Promise<void>((resolve) => (painted = resolve))
  await reader.route('**/media/*', (route) => first.then(() => route.continue()))
  await reader.goto(path, { waitUntil: 'commit' })
  await reader.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  painted()
  const image = reader.getByRole('img', { name: 'A ferry at night' })
  await image.scrollIntoViewIfNeeded()
  await expect
    .poll(() => image.evaluate((shown: HTMLImageElement) => [shown.complete, shown.naturalWidth > 0]))
    .toEqual([true, true])
  expect(await image.evaluate((shown: HTMLImageElement) => shown.currentSrc)).toMatch(/-\d+\.avif$/)
  expect(await reader.evaluate(() => Reflect.get(window, 'moved'))).toEqual([])
  expect((await reader.request.get(address)).headers()['cache-control']).toContain('immutable')
  await reader.close()
  await context.close()
})
