import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { expect, test } from '../support/fixtures'
import { startServer } from '../support/start-server'

test.use({ javaScriptEnabled: false })

test('a reader without scripts searches: pieces, comments, a slip of the pen, and pages with addresses', async ({
  page,
  server,
  stet,
}) => {
  const ferry = await aPiece(stet, {
    title: 'Four minutes across',
    text: 'The ferry crosses the harbour at noon.',
  })
  await aPiece(stet, { title: 'قناة الشحن', text: 'مياه القناة هادئة.', language: 'ar', direction: 'rtl' })
  for (let n = 1; n <= 11; n += 1) await aPiece(stet, { title: `Notes, part ${n}`, text: 'About mudflats.' })
  await aComment(stet, { under: ferry.slug, name: 'Ada', body: 'My lantern lit the ferry.', then: 'approve' })
  await aComment(stet, { under: ferry.slug, body: 'A waiting lantern.' })
  await expect
    .poll(async () => (await fetch(`${server.url}/search?q=lantern&in=comments`)).text())
    .toContain('<mark>')

  await page.goto('/')
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Search' }).click()
  const field = page.getByRole('searchbox', { name: 'Words to look for' })
  await field.fill('ferries')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/search\?q=ferries$/)
  await expect(field).toHaveValue('ferries')
  await expect(page.locator('main mark')).toHaveText(['ferry'])
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)

  // Whoever came to an address in vain can look for it there.
  expect((await page.goto('/articles/the-ferry'))?.status()).toBe(404)
  await field.fill('ferries')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/search\?q=ferries$/)
  await expect(page.locator('main mark')).toHaveText(['ferry'])

  await page.getByRole('link', { name: /^Comments/ }).click()
  await expect(page.getByRole('link', { name: 'Ada on Four minutes across' })).toBeVisible()
  await page.goto('/search?q=lantern')
  await page.getByRole('link', { name: 'These words stand in 1 comment.' }).click()
  await expect(page.locator('main article')).toHaveCount(1)

  await page.goto('/search?q=lantren')
  await expect(page.getByRole('heading', { name: 'No items found.' })).toBeVisible()
  await page.getByRole('link', { name: 'lantern' }).click()
  await expect(page).toHaveURL(/q=lantern/)

  await page.goto('/search?q=mudflats')
  await expect(page.locator('main article')).toHaveCount(10)
  await page.getByRole('link', { name: 'More results' }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.locator('main article')).toHaveCount(1)
  expect((await page.goto('/search?q=mudflats&page=9'))?.status()).toBe(404)
  await page.getByRole('link', { name: 'Go to the first results.' }).click()
  await expect(page.locator('main article')).toHaveCount(10)

  await page.goto(`/search?q=${encodeURIComponent('قناة')}`)
  await expect(page.locator('main article [dir=rtl] mark').first()).toBeVisible()
  expect((await page.goto(`/search?q=${'x'.repeat(300)}`))?.status()).toBe(422)
  await expect(page.getByText('Please use fewer words')).toBeVisible()

  const answer = await fetch(`${server.url}/search?q=%3Cscript%3E&in=&page=1e9&q=twice`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const description = await fetch(`${server.url}/opensearch.xml`)
  expect(await description.text()).toContain(`${server.url}/search?q={searchTerms}`)
})

test('who asks too often is told so, with what they typed', async () => {
  const limited = await startServer({ env: { RATE_LIMITS: 'on' } })
  try {
    for (let n = 0; n < 30; n += 1) expect((await fetch(`${limited.url}/search?q=word`)).status).toBe(200)
    const refused = await fetch(`${limited.url}/search?q=my+words`)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('cache-control')).toBe('private, no-store')
    expect(await refused.text()).toContain('value="my words"')
    expect((await fetch(`${limited.url}/search`)).status).toBe(200)
  } finally {
    await limited.stop()
  }
})
