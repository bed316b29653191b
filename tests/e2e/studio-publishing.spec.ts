import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { storedPiece } from '../support/stored-piece'
import { persona, snapshot } from '../support/persona'
import { button, done, openEditor, press, studioDevice, text } from '../support/studio-page'

test.use({ serverFor: 'file' })

const PASSWORD = 'hemp and manila and what came after'

for (const scripts of [true, false]) {
  test.describe(`with JavaScript ${scripts ? 'on' : 'off'}`, () => {
    test('what readers get: published, moved in one hop, taken off the page, in the trash and back', async ({
      server,
      stet,
      browser,
    }) => {
      const kind = scripts ? 'address' : 'place'
      const [first, second, third] = [`first-${kind}`, `second-${kind}`, `third-${kind}`]
      const { articleId } = await aPiece(stet, { title: `First ${kind}`, text: 'Hemp.', state: 'draft' })
      const context = await studioDevice(browser, server, { scripts })
      const page = await openEditor(context, articleId)
      const reader = persona(server.url)
      const meets = async (slug: string) => {
        const { status, headers } = await snapshot(reader, `/articles/${slug}`)
        return headers.get('location') ?? status
      }
      expect(await meets(first)).toBe(404)

      // Typed and not saved: publishing saves it first.
      await text(page).fill('Hemp, and manila.')
      expect(await press(page, 'Publish')).toBe(done(scripts))
      await expect(page.getByRole('link', { name: 'View piece' })).toBeVisible()
      expect((await snapshot(reader, `/articles/${first}`)).body).toContain('Hemp, and manila.')

      await text(page).fill('Not for readers yet.')
      await press(page, 'Save draft')
      await expect(page.getByText('Changes not published yet')).toBeVisible()
      expect((await snapshot(reader, `/articles/${first}`)).body).not.toContain('Not for readers')

      for (const address of [second, third]) {
        await page.getByLabel('Address').fill(address)
        if (scripts) await expect(page.getByText(/The old address .* will redirect/)).toBeVisible()
        await press(page, 'Save draft')
        await expect(page.getByText(/^Saved/)).toBeVisible()
      }
      expect(await meets(first)).toBe(`/articles/${third}`)
      expect(await meets(second)).toBe(`/articles/${third}`)
      expect(await meets(third)).toBe(200)

      expect(await press(page, 'Unpublish')).toBe(done(scripts))
      await expect(page.getByRole('link', { name: 'View piece' })).toHaveCount(0)
      for (const slug of [first, third]) expect(await meets(slug)).toBe(410)
      await press(page, 'Publish')
      await expect(page.getByRole('link', { name: 'View piece' })).toBeVisible()
      expect(await meets(third)).toBe(200)

      await text(page).fill('Typed, then put in the trash.')
      expect(await press(page, 'Move to trash')).toBe(done(scripts))
      await expect(page.getByText('In the trash', { exact: true })).toBeVisible()
      await expect(button(page, 'Save draft')).toHaveCount(0)
      expect(await meets(third)).toBe(410)
      await page.goto('/studio?status=trashed')
      await page.getByRole('link', { name: `First ${kind}` }).click()
      await expect(text(page)).toHaveValue(/^Typed, then put in the trash\.\s*$/)
      await button(page, 'Restore').click()
      await expect(page.getByText('Draft', { exact: true })).toBeVisible()
      await expect(text(page)).toBeEditable()
      await context.close()
    })

    test('writers write, editors publish', async ({ server, stet, browser }) => {
      const as = { email: `wanda.${scripts}@pencil.example`, password: PASSWORD }
      const writer = await aUser(stet, { role: 'writer', name: `Wanda ${scripts ? 'Wren' : 'Quill'}`, ...as })
      const own = await aPiece(stet, { by: writer, title: 'Hers', state: 'published' })
      const other = await aPiece(stet, { title: 'Not hers', state: 'draft' })
      const context = await studioDevice(browser, server, { scripts, as })
      const page = await openEditor(context, own.articleId)
      await expect(page.getByText('An editor publishes this piece.')).toBeVisible()
      for (const name of ['Publish', 'Unpublish', 'Move to trash'])
        await expect(button(page, name)).toHaveCount(0)
      await expect(page.getByLabel('Address')).not.toBeEditable()
      await text(page).fill('Hers, and better.')
      expect(await press(page, 'Save draft')).toBe(done(scripts))
      await expect(page.getByText('Changes not published yet')).toBeVisible()

      expect((await page.goto(`/studio/${other.articleId}`))?.status()).toBe(403)
      await expect(page.getByRole('heading', { name: 'not yours' })).toBeVisible()
      for (const id of ['0'.repeat(26), 'nonsense', encodeURIComponent("'{}")])
        expect((await page.goto(`/studio/${id}`))?.status(), id).toBe(404)
      await page.getByRole('link', { name: 'Go to your pieces' }).click()
      await expect(page.getByRole('link', { name: 'Hers', exact: true })).toBeVisible()
      await expect(page.getByText('Not hers')).toHaveCount(0)
      await context.close()
    })
  })
}

test('a piece is scheduled and appears; a preview link opens it before, until it is revoked; a paragraph comes back', async ({
  server,
  stet,
  browser,
}) => {
  const owner = await theOwner(stet)
  const text = 'The first paragraph.\n\nThe second paragraph, of hemp.\n\n![](/media/quay.jpg)'
  const { articleId, version } = await aPiece(stet, { title: 'Planned ropes', text, state: 'draft' })
  const context = await studioDevice(browser, server)
  const page = await context.newPage()

  await page.goto(`/studio/${articleId}/sharing`)
  await page.getByLabel('For whom').fill('Ada')
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText('opens until')
  const link = (await page.locator('[data-preview-link]').textContent())?.trim() ?? ''
  const privately = await browser.newContext()
  const reviewer = await privately.newPage()
  const opened = await reviewer.goto(link)
  expect(opened?.status()).toBe(200)
  expect(opened?.headers()['cache-control']).toContain('no-store')
  await expect(reviewer.getByText('of hemp')).toBeVisible()
  await expect(reviewer.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await reviewer.getByLabel('Your name').fill('Ada')
  await reviewer.getByLabel('Your note').fill('I was there.')
  await reviewer.getByRole('button', { name: 'Leave this note' }).click()
  await expect(reviewer.getByText('I was there.')).toBeVisible()
  await page.goto(`/studio/${articleId}/sharing`)
  await expect(page.getByText('I was there.')).toBeVisible()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText(/revoked; made/)).toBeVisible()
  expect((await reviewer.goto(link))?.status()).toBe(404)
  await privately.close()

  const reader = persona(server.url)
  const wall = new Date(Date.now() + 3_600_000).toISOString()
  await page.goto(`/studio/${articleId}/publish`)
  await page.getByLabel('What it shows').fill('The quay')
  await page.getByRole('button', { name: 'Describe it' }).click()
  await expect(page.getByText('Described: it stands in the draft.')).toBeVisible()
  await expect(page.getByLabel('What it shows')).toHaveCount(0)
  await page.getByLabel('Day').fill(wall.slice(0, 10))
  await page.getByLabel('Time', { exact: true }).fill(wall.slice(11, 16))
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(page.getByText(/Scheduled for/)).toBeVisible()
  expect((await snapshot(reader, '/articles/planned-ropes')).status).toBe(404)
  expect((await snapshot(reader, '/')).body).not.toContain('Planned ropes')
  // To a second before the moment, and over it: nothing but the clock has to move.
  const before = Date.parse(`${wall.slice(0, 16)}:00Z`) - Date.now() - 1_000
  await server.goAhead(before)
  await expect
    .poll(async () => (await snapshot(reader, '/articles/planned-ropes')).status, { timeout: 5_000 })
    .toBe(200)
  expect((await snapshot(reader, '/')).body).toContain('Planned ropes')

  const now = await storedPiece(stet, articleId)
  expect(now.version).toBeGreaterThan(version)
  const shorter = 'The first paragraph.\n\n![The quay](/media/quay.jpg)'
  const changed = { articleId, version: now.version, title: 'Planned ropes', text: shorter }
  await stet.articles.save(owner, changed)
  await page.goto(`/studio/${articleId}/revisions`)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'what readers see' })
    .getByRole('link', { name: 'Planned ropes' })
    .click()
  await page.getByRole('button', { name: 'Restore this paragraph' }).click()
  await page.waitForURL(/done=put-back/)
  expect((await storedPiece(stet, articleId)).text).toContain('of hemp')
  await context.close()
})
