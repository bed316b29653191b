import { barriers, sideways } from '../support/barriers'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { storedPiece } from '../support/stored-piece'
import { button, press, studioDevice, takenOver, text, title } from '../support/studio-page'

for (const scripts of [true, false]) {
  test.describe(`with JavaScript ${scripts ? 'on' : 'off'}`, () => {
    test('the list: a new piece, states with true counts, pages', async ({ server, stet, browser }) => {
      await theOwner(stet)
      const context = await studioDevice(browser, server, { scripts })
      const page = await context.newPage()
      await page.goto('/studio')
      await expect(page.getByText('No items found.')).toBeVisible()
      await button(page, 'New piece').click()
      await page.waitForURL(/\/studio\/[0-9a-z]{26}$/)
      await takenOver(page)
      await title(page).fill('Ropes, hemp & others')
      await press(page, 'Save draft')
      await expect(page.getByLabel('Address')).toHaveValue('ropes-hemp-others')

      await Promise.all(Array.from({ length: 26 }, (_, i) => aPiece(stet, { title: `Piece ${i + 1}` })))
      await page.goto('/studio')
      const tab = (name: RegExp) =>
        page.getByRole('navigation', { name: 'Pieces' }).getByRole('link', { name })
      for (const words of [
        /^All\s*27$/,
        /^Drafts\s*1$/,
        /^Published\s*26$/,
        /^Unpublished\s*0$/,
        /^Trash\s*0$/,
      ])
        await expect(tab(words)).toBeVisible()
      const rows = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
      await expect(rows).toHaveCount(25)
      await page.getByRole('link', { name: 'Next page' }).click()
      await expect(rows).toHaveCount(2)
      await tab(/^Drafts/).click()
      await expect(rows).toHaveCount(1)
      await expect(page.getByRole('link', { name: 'Ropes, hemp & others' })).toBeVisible()
      await tab(/^Trash/).click()
      await expect(page.getByText('No items found.')).toBeVisible()
      expect((await page.goto('/studio?status=constructor'))?.status()).toBe(200)
      expect((await page.goto('/studio?after=nowhere'))?.status()).toBe(422)
      await context.close()
    })
  })
}

test('list, editor, publishing and conflict: no barriers, and nothing sideways on a small phone', async ({
  server,
  stet,
  browser,
}) => {
  const owner = await theOwner(stet)
  const { articleId } = await aPiece(stet, {
    title: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente',
    text: `https://long.example/${'x'.repeat(200)}\n\n| a | b |\n| --- | --- |\n| ${'w'.repeat(90)} | 2 |`,
  })
  const context = await studioDevice(browser, server)
  const page = await context.newPage()
  const examine = async (): Promise<void> => {
    expect(await barriers(page, { strictly: true })).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sideways(page)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await page.goto('/studio')
  await examine()
  // The checklist objects: two forms ask why it goes out all the same.
  const unfinished = await aPiece(stet, { title: 'Not yet', text: 'TK', state: 'draft' })
  await page.goto(`/studio/${unfinished.articleId}/publish`)
  await examine()
  await page.goto(`/studio/${articleId}`)
  await takenOver(page)
  await examine()
  const { version, title: name } = await storedPiece(stet, articleId)
  await stet.articles.save(owner, { articleId, version, title: name, text: 'Theirs.' })
  await text(page).fill('Mine.')
  expect(await press(page, 'Save draft')).toBe(409)
  await expect(page.getByText('There are two texts')).toBeVisible()
  await examine()
  await context.close()
})
