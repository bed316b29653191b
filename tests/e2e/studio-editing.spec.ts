import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { storedPiece } from '../support/stored-piece'
import { button, done, openEditor, press, preview, studioDevice, text, title } from '../support/studio-page'

test.use({ serverFor: 'file' })

for (const scripts of [true, false]) {
  test.describe(`with JavaScript ${scripts ? 'on' : 'off'}`, () => {
    test('of two tabs the second meets a conflict, and either text can go on', async ({
      server,
      stet,
      browser,
    }) => {
      const [name, slug] = scripts ? ['Hawsers', 'hawsers'] : ['Cables', 'cables']
      const { articleId } = await aPiece(stet, { title: name, text: 'Hemp.', state: 'draft' })
      const stored = async () => {
        const { title, text, slug } = await storedPiece(stet, articleId)
        return [title, text.trim(), slug]
      }
      const context = await studioDevice(browser, server, { scripts })
      const first = await openEditor(context, articleId)
      const second = await openEditor(context, articleId)
      // Saved by hand alone: by itself it would meet the same, a moment sooner or later.
      for (const page of [first, second]) await page.route('**/studio/save', (route) => route.abort())

      await title(first).fill(`${name} and knots`)
      await text(first).fill('Hemp, and manila.')
      expect(await press(first, 'Save draft')).toBe(done(scripts))
      await expect(first.getByText(/^Saved \d\d:\d\d/)).toBeVisible()

      await text(second).fill('Hemp, and what came after.')
      expect(await press(second, 'Save draft')).toBe(409)
      await expect(second.getByText('both texts are kept')).toBeVisible()
      await expect(second.getByRole('region', { name: 'Theirs' })).toContainText('Hemp, and manila.')
      await expect(text(second)).toHaveValue('Hemp, and what came after.')
      expect(await stored()).toEqual([`${name} and knots`, 'Hemp, and manila.', `${slug}-and-knots`])

      // Another save in between is another conflict: nothing is overwritten unseen.
      await text(first).fill('Hemp, manila, sisal.')
      await press(first, 'Save draft')
      expect(await press(second, 'Keep mine')).toBe(409)
      await expect(second.getByRole('region', { name: 'Theirs' })).toContainText('sisal')
      expect(await press(second, 'Keep mine')).toBe(done(scripts))
      await expect(second.getByText(/^Saved/)).toBeVisible()
      expect(await stored()).toEqual([name, 'Hemp, and what came after.', slug])

      await text(first).fill('Jute.')
      expect(await press(first, 'Save draft')).toBe(409)
      expect(await press(first, 'Take theirs')).toBe(done(scripts))
      await expect(text(first)).toHaveValue(/^Hemp, and what came after\.\s*$/)
      await expect(button(first, 'Keep mine')).toHaveCount(0)
      await title(first).fill(`${name}, again`)
      expect(await press(first, 'Save draft')).toBe(done(scripts))
      expect(await stored()).toEqual([`${name}, again`, 'Hemp, and what came after.', `${slug}-again`])
      await context.close()
    })

    test('the preview is rendered Markdown, and HTML in it is text', async ({ server, stet, browser }) => {
      const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Stored.', state: 'draft' })
      const context = await studioDevice(browser, server, { scripts })
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
      if (!scripts) expect(await storedPiece(stet, articleId)).toMatchObject({ version: 2 })
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
      const context = await studioDevice(browser, server, { scripts })
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
      const link = page.getByRole('link', { name: 'Sign in in a new tab' })
      if (scripts) {
        // Saving by itself was refused: it is said, and whoever types goes on typing.
        await expect(link).toBeVisible()
        await expect(text(page)).toBeFocused()
      }
      expect(await press(page, 'Save draft')).toBe(401)
      await expect(link).toHaveAttribute('target', '_blank')
      await expect(link).toHaveAttribute('href', /^\/login/)
      await expect(text(page)).toHaveValue('Typed for an hour.')
      await context.addCookies(cookies)
      expect(await press(page, 'Save draft')).toBe(done(scripts))
      await expect(page.getByText(/^Saved/)).toBeVisible()
      await expect(text(page)).toHaveValue(/^Typed for an hour\.\s*$/)

      const tidyUp = async (theirs?: string) => {
        let { version } = await storedPiece(stet, articleId)
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
      expect(await storedPiece(stet, articleId)).toMatchObject({
        text: expect.stringContaining('colleague tidied up'),
        hasConflict: false,
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
      expect((await storedPiece(stet, articleId)).text).toContain('tidied up again')
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
  const context = await studioDevice(browser, server)
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
  const context = await studioDevice(browser, server)
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

test('what was typed is saved by itself; what the server never had is found on the device', async ({
  server,
  stet,
  browser,
}) => {
  const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Hemp.', state: 'draft' })
  const stored = async () => (await storedPiece(stet, articleId)).text.trim()
  const context = await studioDevice(browser, server)
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
