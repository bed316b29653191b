import type { Browser, BrowserContext, Page } from '@playwright/test'
import { barriers, sideways } from '../support/barriers'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { persona, snapshot } from '../support/persona'
import type { RunningServer } from '../support/start-server'
import { signedIn } from '../support/signed-in'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }
const WRITER = { email: 'wanda@pencil.example', password: 'hemp and manila and what came after' }

interface Device {
  readonly scripts?: boolean
  readonly as?: typeof OWNER
}

/** These stories are about saving, so they write in Markdown, with scripts and without (the sheet: editor.spec.ts). */
const device = async (
  browser: Browser,
  server: RunningServer,
  { scripts = true, as = OWNER }: Device = {},
): Promise<BrowserContext> => {
  const context = await signedIn(browser, server, as, { scripts })
  await context.addInitScript(() => localStorage.setItem('stet-studio-surface', 'source'))
  return context
}

/**
 * An editor's page that its scripts have taken over, where there are any. Two pages know nothing of each other here:
 * what protects them then is the version (two-editors.spec.ts has the other half).
 */
const openEditor = async (context: BrowserContext, articleId: string): Promise<Page> => {
  const page = await context.newPage()
  await page.route('**/studio/lock', (route) => route.abort())
  await page.goto(`/studio/${articleId}`, { waitUntil: 'networkidle' })
  return page
}

const title = (page: Page) => page.getByLabel('Title')
const text = (page: Page) => page.getByLabel('Text', { exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' })

/** Presses a button, and gives the status of the post. */
const press = async (page: Page, name: string): Promise<number> => {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && !/\/(?:preview|save|lock)$/.test(response.url()),
    ),
    button(page, name).click(),
  ])
  return answer.status()
}

/** A success without scripts is a redirect. */
const done = (scripts: boolean): number => (scripts ? 200 : 303)

for (const scripts of [true, false]) {
  test.describe(`with JavaScript ${scripts ? 'on' : 'off'}`, () => {
    test('of two tabs the second meets a conflict, and either text can go on', async ({
      server,
      stet,
      browser,
    }) => {
      const owner = await theOwner(stet)
      const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Hemp.', state: 'draft' })
      const stored = async () => {
        const piece = await stet.articles.open(owner, { articleId })
        return piece.ok ? [piece.value.title, piece.value.text.trim(), piece.value.slug] : null
      }
      const context = await device(browser, server, { scripts })
      const first = await openEditor(context, articleId)
      const second = await openEditor(context, articleId)
      // Saved by hand alone: by itself it would meet the same, a moment sooner or later.
      for (const page of [first, second]) await page.route('**/studio/save', (route) => route.abort())

      await title(first).fill('Ropes and knots')
      await text(first).fill('Hemp, and manila.')
      expect(await press(first, 'Save draft')).toBe(done(scripts))
      await expect(first.getByText(/^Saved \d\d:\d\d/)).toBeVisible()

      await text(second).fill('Hemp, and what came after.')
      expect(await press(second, 'Save draft')).toBe(409)
      await expect(second.getByText('both texts are kept')).toBeVisible()
      await expect(second.getByRole('region', { name: 'Theirs' })).toContainText('Hemp, and manila.')
      await expect(text(second)).toHaveValue('Hemp, and what came after.')
      expect(await stored()).toEqual(['Ropes and knots', 'Hemp, and manila.', 'ropes-and-knots'])

      // Another save in between is another conflict: nothing is overwritten unseen.
      await text(first).fill('Hemp, manila, sisal.')
      await press(first, 'Save draft')
      expect(await press(second, 'Keep mine')).toBe(409)
      await expect(second.getByRole('region', { name: 'Theirs' })).toContainText('sisal')
      expect(await press(second, 'Keep mine')).toBe(done(scripts))
      await expect(second.getByText(/^Saved/)).toBeVisible()
      expect(await stored()).toEqual(['Ropes', 'Hemp, and what came after.', 'ropes'])

      await text(first).fill('Jute.')
      expect(await press(first, 'Save draft')).toBe(409)
      expect(await press(first, 'Take theirs')).toBe(done(scripts))
      await expect(text(first)).toHaveValue(/^Hemp, and what came after\.\s*$/)
      await expect(button(first, 'Keep mine')).toHaveCount(0)
      await title(first).fill('Ropes, again')
      expect(await press(first, 'Save draft')).toBe(done(scripts))
      expect(await stored()).toEqual(['Ropes, again', 'Hemp, and what came after.', 'ropes-again'])
      await context.close()
    })

    test('what readers get: published, moved in one hop, taken off the page, in the trash and back', async ({
      server,
      stet,
      browser,
    }) => {
      const { articleId } = await aPiece(stet, { title: 'First address', text: 'Hemp.', state: 'draft' })
      const context = await device(browser, server, { scripts })
      const page = await openEditor(context, articleId)
      const reader = persona(server.url)
      const meets = async (slug: string) => {
        const { status, headers } = await snapshot(reader, `/articles/${slug}`)
        return headers.get('location') ?? status
      }
      expect(await meets('first-address')).toBe(404)

      // Typed and not saved: publishing saves it first.
      await text(page).fill('Hemp, and manila.')
      expect(await press(page, 'Publish')).toBe(done(scripts))
      await expect(page.getByRole('link', { name: 'View piece' })).toBeVisible()
      expect((await snapshot(reader, '/articles/first-address')).body).toContain('Hemp, and manila.')

      await text(page).fill('Not for readers yet.')
      await press(page, 'Save draft')
      await expect(page.getByText('Changes not published yet')).toBeVisible()
      expect((await snapshot(reader, '/articles/first-address')).body).not.toContain('Not for readers')

      for (const address of ['second-address', 'third-address']) {
        await page.getByLabel('Address').fill(address)
        if (scripts) await expect(page.getByText(/The old address .* will redirect/)).toBeVisible()
        await press(page, 'Save draft')
        await expect(page.getByText(/^Saved/)).toBeVisible()
      }
      expect(await meets('first-address')).toBe('/articles/third-address')
      expect(await meets('second-address')).toBe('/articles/third-address')
      expect(await meets('third-address')).toBe(200)

      expect(await press(page, 'Unpublish')).toBe(done(scripts))
      await expect(page.getByRole('link', { name: 'View piece' })).toHaveCount(0)
      for (const slug of ['first-address', 'third-address']) expect(await meets(slug)).toBe(410)
      await press(page, 'Publish')
      await expect(page.getByRole('link', { name: 'View piece' })).toBeVisible()
      expect(await meets('third-address')).toBe(200)

      await text(page).fill('Typed, then put in the trash.')
      expect(await press(page, 'Move to trash')).toBe(done(scripts))
      await expect(page.getByText('In the trash', { exact: true })).toBeVisible()
      await expect(button(page, 'Save draft')).toHaveCount(0)
      expect(await meets('third-address')).toBe(410)
      await page.goto('/studio?status=trashed')
      await page.getByRole('link', { name: 'First address' }).click()
      await expect(text(page)).toHaveValue(/^Typed, then put in the trash\.\s*$/)
      if (scripts) await page.waitForLoadState('networkidle')
      expect(await press(page, 'Restore')).toBe(done(scripts))
      await expect(page.getByText('Draft', { exact: true })).toBeVisible()
      await expect(text(page)).toBeEditable()
      await context.close()
    })

    test('the preview is rendered Markdown, and HTML in it is text', async ({ server, stet, browser }) => {
      const owner = await theOwner(stet)
      const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Stored.', state: 'draft' })
      const context = await device(browser, server, { scripts })
      const page = await openEditor(context, articleId)
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      const hostile = '<img src=x onerror="document.title=\'owned\'">'
      await title(page).fill('<b>Bold</b> ropes')
      await text(page).fill(
        `## A bend\n\nNot a *knot*.\n\n${hostile}\n\n<script>document.title='owned'</script>`,
      )
      if (!scripts) expect(await press(page, 'Preview')).toBe(200)

      await expect(preview(page).getByRole('heading', { name: 'A bend' })).toBeVisible()
      await expect(preview(page).locator('em')).toHaveText('knot')
      await expect(preview(page)).toContainText(hostile)
      await expect(preview(page)).toContainText('<b>Bold</b> ropes')
      await expect(preview(page).locator('img, script, b')).toHaveCount(0)
      await expect(page.getByText(/^\d+ words · \d+ min$/)).toBeVisible()
      expect(await page.title()).not.toContain('owned')
      expect(errors).toEqual([])

      // Looking is not saving; with scripts the editor saves by itself.
      await expect(text(page)).toHaveValue(/## A bend/)
      if (!scripts)
        expect(await stet.articles.open(owner, { articleId })).toMatchObject({ value: { version: 2 } })
      expect(await press(page, 'Save draft')).toBe(done(scripts))
      await page.goto(`/studio/${articleId}`)
      await expect(preview(page)).toContainText(hostile)
      await expect(text(page)).toHaveValue(/img src=x/)
      await context.close()
    })

    test('a text that is refused stays in its form: mistakes, a lost session, the trash', async ({
      server,
      stet,
      browser,
    }) => {
      const owner = await theOwner(stet)
      const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Hemp.', state: 'draft' })
      const context = await device(browser, server, { scripts })
      const page = await openEditor(context, articleId)

      await title(page).fill('x'.repeat(201))
      await page.getByLabel('Language').fill('no language')
      await text(page).fill('First try.')
      expect(await press(page, 'Save draft')).toBe(422)
      await expect(title(page)).toHaveAccessibleDescription(/shorten this to 200/)
      await expect(page.getByLabel('Language')).toHaveAccessibleDescription(/no language tag/)
      await expect(text(page)).toHaveValue('First try.')

      await title(page).fill('')
      await page.getByLabel('Language').fill('en')
      expect(await press(page, 'Publish')).toBe(422)
      await expect(page.getByText('Your text is saved')).toBeVisible()
      await expect(title(page)).toHaveAccessibleDescription(/title before you publish/)
      await text(page).fill('Second try.')
      expect(await press(page, 'Save draft')).toBe(done(scripts))

      const cookies = await context.cookies()
      await context.clearCookies()
      await title(page).fill('Knots')
      await text(page).fill('Typed for an hour.')
      expect(await press(page, 'Save draft')).toBe(401)
      const link = page.getByRole('link', { name: 'Sign in in a new tab' })
      await expect(link).toHaveAttribute('target', '_blank')
      await expect(link).toHaveAttribute('href', /^\/login/)
      await expect(text(page)).toHaveValue('Typed for an hour.')
      await context.addCookies(cookies)
      expect(await press(page, 'Save draft')).toBe(done(scripts))
      await expect(page.getByText(/^Saved/)).toBeVisible()
      await expect(text(page)).toHaveValue(/^Typed for an hour\.\s*$/)

      const tidyUp = async (theirs?: string) => {
        const now = await stet.articles.open(owner, { articleId })
        if (!now.ok) throw new Error(now.error.message)
        let { version } = now.value
        if (theirs !== undefined) {
          const saved = await stet.articles.save(owner, { articleId, version, title: 'Knots', text: theirs })
          if (!saved.ok) throw new Error(saved.error.message)
          version = saved.value.version
        }
        const trashed = await stet.articles.changeStatus(owner, { articleId, version, move: 'trash' })
        expect(trashed).toMatchObject({ ok: true })
      }
      await tidyUp()
      await text(page).fill('Typed while a colleague tidied up.')
      expect(await press(page, 'Save draft')).toBe(409)
      await expect(page.getByText('Restore it first')).toBeVisible()
      await expect(text(page)).toHaveValue('Typed while a colleague tidied up.')
      // Nobody wrote anything meanwhile: restored, there is nothing to choose.
      expect(await press(page, 'Restore')).toBe(done(scripts))
      await expect(text(page)).toHaveValue(/^Typed while a colleague tidied up\.\s*$/)
      await expect(page.getByRole('region', { name: 'Theirs' })).toHaveCount(0)
      expect(await stet.articles.open(owner, { articleId })).toMatchObject({
        value: { text: expect.stringContaining('colleague tidied up'), hasConflict: false },
      })

      await tidyUp('Written before it was put away.')
      await text(page).fill('Typed while a colleague tidied up again.')
      expect(await press(page, 'Save draft')).toBe(409)
      await expect(page.getByText('Restore it first')).toBeVisible()
      // It was typed over an older text: restored, both are shown.
      expect(await press(page, 'Restore')).toBe(409)
      await expect(text(page)).toHaveValue('Typed while a colleague tidied up again.')
      await expect(page.getByRole('region', { name: 'Theirs' })).toContainText(
        'Written before it was put away.',
      )
      expect(await press(page, 'Keep mine')).toBe(done(scripts))
      const kept = await stet.articles.open(owner, { articleId })
      expect(kept).toMatchObject({ value: { text: expect.stringContaining('tidied up again') } })
      await context.close()
    })

    test('writers write, editors publish', async ({ server, stet, browser }) => {
      const writer = await aUser(stet, { role: 'writer', name: 'Wanda', ...WRITER })
      const own = await aPiece(stet, { by: writer, title: 'Hers', state: 'published' })
      const other = await aPiece(stet, { title: 'Not hers', state: 'draft' })
      const context = await device(browser, server, { scripts, as: WRITER })
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

    test('the list: a new piece, states with true counts, pages', async ({ server, stet, browser }) => {
      await theOwner(stet)
      const context = await device(browser, server, { scripts })
      const page = await context.newPage()
      await page.goto('/studio', { waitUntil: 'networkidle' })
      await expect(page.getByText('No items found.')).toBeVisible()
      await button(page, 'New piece').click()
      await page.waitForURL(/\/studio\/[0-9a-z]{26}$/)
      if (scripts) await page.waitForLoadState('networkidle')
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

test('Ctrl+S saves, what was typed meanwhile stays, and nobody leaves it behind unasked', async ({
  server,
  stet,
  browser,
}) => {
  const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Hemp.', state: 'draft' })
  const context = await device(browser, server)
  const page = await openEditor(context, articleId)
  // Nothing is saved by itself here.
  await page.route('**/studio/save', (route) => route.fulfill({ status: 503 }))
  const notYet = page.getByText(/^(?:Not saved yet|No connection)/)
  await text(page).fill('Hemp, and manila.')
  await expect(notYet).toBeVisible()

  // A slow answer: the writer goes on.
  let letGo = (): void => undefined
  const slow = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(/\/studio\/[0-9a-z]{26}$/, async (route) => {
    if (route.request().method() === 'POST') await slow
    await route.continue()
  })
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saving…')).toBeVisible()
  await text(page).press('End')
  await text(page).pressSequentially(' And sisal.')
  letGo()
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
  await expect(text(page)).toHaveValue('Hemp, and manila. And sisal.')
  await expect(notYet).toBeVisible()

  const asked: string[] = []
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  await page.getByRole('link', { name: 'Desk' }).click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await button(page, 'Sign out').click()
  await expect.poll(() => asked).toEqual(['beforeunload', 'confirm'])
  await expect(text(page)).toHaveValue('Hemp, and manila. And sisal.')

  await Promise.all([
    page.waitForResponse(
      (response) => response.request().method() === 'POST' && !response.url().endsWith('/save'),
    ),
    page.keyboard.press('Control+s'),
  ])
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
  await expect(notYet).toHaveCount(0)
  await page.getByRole('link', { name: 'Desk' }).click()
  await page.waitForURL(/\/desk$/)
  expect(asked).toHaveLength(2)
  await context.close()
})

test('no connection and too large a text: said beside the text, which stays', async ({
  server,
  stet,
  browser,
}) => {
  const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Hemp.', state: 'draft' })
  const context = await device(browser, server)
  const page = await openEditor(context, articleId)
  await context.setOffline(true)
  await text(page).fill('Typed on a train.')
  await button(page, 'Save draft').click()
  await expect(page.getByText('The server could not be reached')).toBeVisible()
  await expect(text(page)).toHaveValue('Typed on a train.')
  await context.setOffline(false)
  expect(await press(page, 'Save draft')).toBe(200)

  // Typing it as a person does takes a browser half a minute.
  const put = (words: string) =>
    text(page).evaluate((field, value) => {
      if (field instanceof HTMLTextAreaElement) field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, words)
  const long = `${'語'.repeat(999)}\n`.repeat(720)
  await put(long)
  await button(page, 'Save draft').click()
  await expect(text(page)).toHaveAccessibleDescription(/Please shorten the text/)
  expect((await text(page).inputValue()).length).toBe(long.length)

  await put(long.slice(0, 200_001))
  expect(await press(page, 'Save draft')).toBe(422)
  await expect(text(page)).toHaveAccessibleDescription(/longer than 200,000/)
  await context.close()
})

test('list, editor and conflict: no barriers, and nothing sideways on a small phone', async ({
  server,
  stet,
  browser,
}) => {
  const owner = await theOwner(stet)
  const { articleId } = await aPiece(stet, {
    title: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente',
    text: `https://long.example/${'x'.repeat(200)}\n\n| a | b |\n| --- | --- |\n| ${'w'.repeat(90)} | 2 |`,
  })
  const context = await device(browser, server)
  const page = await context.newPage()
  const examine = async (): Promise<void> => {
    expect(await barriers(page, { strictly: true })).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sideways(page)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await page.goto('/studio')
  await examine()
  await page.goto(`/studio/${articleId}`, { waitUntil: 'networkidle' })
  await examine()
  const piece = await stet.articles.open(owner, { articleId })
  if (!piece.ok) throw new Error(piece.error.message)
  const { version, title: name } = piece.value
  await stet.articles.save(owner, { articleId, version, title: name, text: 'Theirs.' })
  await text(page).fill('Mine.')
  expect(await press(page, 'Save draft')).toBe(409)
  await expect(page.getByText('There are two texts')).toBeVisible()
  await examine()
  await context.close()
})

test('what was typed is saved by itself; what the server never had is found on the device', async ({
  server,
  stet,
  browser,
}) => {
  const owner = await theOwner(stet)
  const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Hemp.', state: 'draft' })
  const stored = async () => {
    const piece = await stet.articles.open(owner, { articleId })
    return piece.ok ? piece.value.text.trim() : null
  }
  const context = await device(browser, server)
  const page = await openEditor(context, articleId)
  await text(page).fill('Hemp, and manila.')
  await expect.poll(stored).toBe('Hemp, and manila.')
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()

  await page.route('**/studio/save', (route) => route.abort())
  await text(page).fill('Typed on a train.')
  await expect(page.getByText(/^No connection/)).toBeVisible()
  // A page that is closed says its last word to the server; one that crashes says nothing.
  const crash = page.waitForEvent('crash')
  const session = await context.newCDPSession(page)
  session.send('Page.crash').catch(() => {})
  await crash
  expect(await stored()).toBe('Hemp, and manila.')

  const again = await openEditor(context, articleId)
  await expect(text(again)).toHaveValue(/^Hemp, and manila\./)
  await again.getByRole('button', { name: 'Go on with it' }).click()
  await expect(text(again)).toHaveValue('Typed on a train.')
  await expect.poll(stored).toBe('Typed on a train.')
  await context.close()
})

test('a piece is scheduled and appears; a preview link opens it before, until it is revoked; a paragraph comes back', async ({
  server,
  stet,
  browser,
}) => {
  const owner = await theOwner(stet)
  const text = 'The first paragraph.\n\nThe second paragraph, of hemp.'
  const { articleId, version } = await aPiece(stet, { title: 'Planned ropes', text, state: 'draft' })
  const context = await device(browser, server)
  const page = await context.newPage()

  await page.goto(`/studio/${articleId}/sharing`, { waitUntil: 'networkidle' })
  await page.getByLabel('For whom').fill('Ada')
  await page.getByRole('button', { name: 'Make a link' }).click()
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
  await page.goto(`/studio/${articleId}/sharing`, { waitUntil: 'networkidle' })
  await expect(page.getByText('I was there.')).toBeVisible()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText(/revoked; made/)).toBeVisible()
  expect((await reviewer.goto(link))?.status()).toBe(404)
  await privately.close()

  const reader = persona(server.url)
  const wall = new Date(Date.now() + 3_600_000).toISOString()
  await page.goto(`/studio/${articleId}/publish`, { waitUntil: 'networkidle' })
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

  const now = await stet.articles.open(owner, { articleId })
  if (!now.ok) throw new Error(now.error.message)
  expect(now.value.version).toBeGreaterThan(version)
  const changed = {
    articleId,
    version: now.value.version,
    title: 'Planned ropes',
    text: 'The first paragraph.',
  }
  await stet.articles.save(owner, changed)
  await page.goto(`/studio/${articleId}/revisions`)
  await page.getByRole('listitem').filter({ hasText: 'what readers see' }).getByRole('link').click()
  await page.getByRole('button', { name: 'Restore this paragraph' }).click()
  await page.waitForURL(/done=put-back/)
  const back = await stet.articles.open(owner, { articleId })
  expect(back.ok && back.value.text).toContain('of hemp')
  await context.close()
})
