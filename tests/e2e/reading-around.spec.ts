import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { openEditor, studioDevice } from '../support/studio-page'

for (const javaScriptEnabled of [true, false]) {
  test(`tags are typed, refused, published and followed, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    server,
    stet,
    browser,
  }) => {
    const by = await theOwner(stet)
    await aPiece(stet, { by, title: 'Another about boats', tags: 'Boats' })
    const { articleId } = await aPiece(stet, { by, title: 'The lightship', state: 'draft' })
    const studio = await openEditor(
      await studioDevice(browser, server, { scripts: javaScriptEnabled }),
      articleId,
    )
    const tags = studio.getByLabel('Tags')
    const eleven = Array.from({ length: 11 }, (_, n) => `tag ${n}`).join(', ')
    await tags.fill(eleven)
    await studio.getByRole('button', { name: 'Save draft' }).click()
    await expect(studio.getByText('These are 11 tags. Please keep at most 10.')).toBeVisible()
    await expect(tags).toHaveValue(eleven)
    await tags.fill('boats, Lights & lamps')
    await studio.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(studio.getByRole('link', { name: 'View piece' })).toBeVisible()
    await studio.context().close()

    const reader = await browser.newContext({ baseURL: server.url, javaScriptEnabled })
    const page = await reader.newPage()
    await page.goto('/')
    await page.getByRole('link', { name: 'The lightship' }).click()
    await expect(page.getByRole('link', { name: 'Lights & lamps' })).toHaveAttribute(
      'href',
      '/tags/lights-lamps',
    )
    await page.getByRole('article').getByRole('link', { name: 'boats', exact: true }).click()
    await expect(page).toHaveURL('/tags/boats')
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['The lightship', 'Another about boats'])
    await page.getByRole('link', { name: by.name }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(by.name)
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Archive' }).click()
    const month = new Date().toLocaleString('en', { month: 'long', timeZone: 'UTC' })
    await page.getByRole('link', { name: month, exact: true }).click()
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2)
    await page.getByRole('link', { name: 'Another about boats' }).click()
    await page.getByRole('navigation', { name: 'Previous and next piece' }).getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The lightship')
    await reader.close()
  })
}

test('every piece of a long list is reached by links, each once', async ({ server, stet, browser }) => {
  const by = await theOwner(stet)
  const titles = Array.from({ length: 45 }, (_, n) => `Number ${n + 1}`)
  for (const title of titles) await aPiece(stet, { by, title, tags: 'Numbers' })
  const reader = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })
  const page = await reader.newPage()
  for (const [start, level] of [
    ['/tags/numbers', 2],
    ['/', 2],
  ] as const) {
    const found: string[] = []
    await page.goto(start)
    for (;;) {
      const headings = page.locator('article.lead, article.row').getByRole('heading', { level })
      found.push(...(await headings.allTextContents()))
      const more = page.getByRole('link', { name: 'Earlier pieces' })
      if ((await more.count()) === 0) break
      const before = page.url()
      await more.click()
      // The whole of it: the address is there before what stands on it.
      await page.waitForURL(({ href }) => href !== before)
    }
    expect(found).toEqual(titles.toReversed())
    await page.getByRole('link', { name: 'Latest pieces' }).click()
    await expect(page).toHaveURL(start)
  }
  await reader.close()
})

test('a page is fetched ahead while the pointer rests on its link, without scripts; a search is not', async ({
  server,
  stet,
  browser,
}) => {
  const { path } = await aPiece(stet, { title: 'The lightship', tags: 'Lights' })
  const reader = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })
  const page = await reader.newPage()
  const browsersOwn = await reader.newCDPSession(page)
  const ahead = new Map<string, string>()
  browsersOwn.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => ahead.set(prefetchUrl, status))
  await browsersOwn.send('Preload.enable')
  await page.goto('/')
  const sections = page.getByRole('navigation', { name: 'Sections' })
  await sections.getByRole('link', { name: 'Search' }).hover()
  for (const [link, address] of [
    [page.getByRole('link', { name: 'The lightship' }), path],
    [sections.getByRole('link', { name: 'Archive' }), '/archive'],
  ] as const) {
    await link.hover()
    await expect.poll(() => ahead.get(server.url + address)).toBe('Ready')
  }
  expect([...ahead.keys()]).toEqual([path, '/archive'].map((address) => server.url + address))
  await reader.close()
})
