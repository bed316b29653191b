import type { Locator, Page } from '@playwright/test'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { expect, test } from '../support/fixtures'

test.use({ serverFor: 'file' })

/** By its text: Playwright knows no role of an element with a prefix, though browsers do. */
const shown = (page: Page, text: string): Locator => page.getByText(text).filter({ visible: true })

test('a feed that a person opens can be read and followed', async ({ server, stet, page }) => {
  const piece = await aPiece(stet, { title: 'Ropes & knots', dek: 'What holds.', text: 'The text itself.' })
  await aComment(stet, { under: piece.slug, body: 'A knot of mine.', name: 'Petra', then: 'approve' })
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) complaints.push(request.url())
  })
  for (const path of ['/feed.xml', '/atom.xml']) {
    await page.goto(server.url + path)
    await expect(page.getByText('This is a feed.')).toBeVisible()
    await expect(shown(page, server.url + path)).toHaveCount(1)
    await expect(shown(page, 'What holds.'), path).toHaveCount(1)
    // What is for readers of feeds is not shown.
    await expect(shown(page, 'The text itself.'), path).toHaveCount(0)
    await shown(page, 'Ropes & knots').click()
    await expect(page).toHaveURL(server.url + piece.path)
  }
  await page.goto(`${server.url}${piece.path}/comments.xml`)
  await expect(shown(page, 'A knot of mine.')).toHaveCount(1)
  await shown(page, 'Petra on “Ropes & knots”').click()
  await expect(page).toHaveURL(/#comment-/)
  expect(complaints).toEqual([])
})

test('pages say where their feeds are, and each of them is there', async ({ server, stet, page }) => {
  const piece = await aPiece(stet, { title: 'A piece with feeds' })
  for (const path of ['/', piece.path]) {
    await page.goto(server.url + path)
    const links = await page
      .locator('head link[rel=alternate][type]')
      .evaluateAll((all) => all.map((link) => [link.getAttribute('type'), link.getAttribute('href')]))
    expect(links.map(([type]) => type)).toEqual(
      expect.arrayContaining(['application/rss+xml', 'application/atom+xml', 'application/feed+json']),
    )
    for (const [, href] of links) expect((await fetch(href ?? '')).status, href ?? '').toBe(200)
    await expect(page.locator('head link[rel=canonical]')).toHaveAttribute('href', server.url + path)
  }
})
