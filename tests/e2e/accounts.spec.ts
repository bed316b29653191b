import type { Browser, BrowserContext, Page } from '@playwright/test'
import { barriers, sideways } from '../support/barriers'
import { theOwner } from '../support/builders/the-owner'
import { composeBeside } from '../support/compose-beside'
import { expect, test } from '../support/fixtures'
import { signOut, statusOf, typeSignIn } from '../support/sign-in-page'
import { type RunningServer, startServer } from '../support/start-server'

const OWNER = { name: 'Olive Owner', email: 'olive@pencil.example', password: 'the blue end and the red one' }

const setUp = async (page: Page, server: RunningServer): Promise<void> => {
  await page.goto(`${server.url}/setup?token=${server.setupToken()}`)
  await page.getByLabel('Publication name').fill('The Evening Pencil')
  await page.getByLabel('Your name').fill(OWNER.name)
  await page.getByLabel('Email').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Create publication' }).click()
  await page.waitForURL(/\/studio\/[0-9a-z]{26}$/)
}

const signIn = (page: Page, password = OWNER.password, email = OWNER.email): Promise<void> =>
  typeSignIn(page, { email, password })

const contextOf = (
  browser: Browser,
  server: RunningServer,
  javaScriptEnabled: boolean,
): Promise<BrowserContext> => browser.newContext({ baseURL: server.url, javaScriptEnabled })

/** No barriers, and nothing sideways, on a small phone and on a desk. The rules are looked through by a script. */
const lookThrough = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await barriers(page, { strictly: true })).toEqual([])
    expect(await sideways(page), `${path} at ${width}`).toBe(0)
  }
}

// Each part has a server of its own: they need not wait for one another.
test.describe.configure({ mode: 'parallel' })

for (const scripts of [true, false]) {
  test.describe(`with JavaScript ${scripts ? 'on' : 'off'}`, () => {
    test.describe.configure({ mode: 'serial' })
    let server: RunningServer
    let context: BrowserContext
    let page: Page

    test.beforeAll(async ({ browser }) => {
      server = await startServer()
      context = await contextOf(browser, server, scripts)
      page = await context.newPage()
    })
    test.afterAll(async () => {
      await context.close()
      await server.stop()
    })

    test('setup does not exist without the token, and a form with mistakes keeps what was typed', async () => {
      for (const path of ['/setup', '/setup?token=wrong']) {
        const answer = await page.goto(path)
        expect(answer?.status()).toBe(404)
        const nowhere = await page.request.get('/no-such-page')
        expect(await page.request.get(path).then((same) => same.text())).toBe(await nowhere.text())
      }
      await page.goto('/login')
      await expect(page.getByText('Open the link that the server printed')).toBeVisible()
      await expect(page.getByLabel('Password')).toHaveCount(0)
      const opened = await page.goto(`/setup?token=${server.setupToken()}`)
      expect(opened?.headers()['referrer-policy']).toBe('same-origin')
      expect(opened?.headers()['cache-control']).toContain('no-store')
      await page.getByLabel('Publication name').fill('The Evening Pencil')
      await page.getByLabel('Your name').fill(OWNER.name)
      await page.getByLabel('Email').fill(OWNER.email)
      await page.getByLabel('Password').fill('password1234')
      const status = await statusOf(page, () =>
        page.getByRole('button', { name: 'Create publication' }).click(),
      )
      expect(status).toBe(422)
      await expect(page.getByText('among the first that anyone would try')).toBeVisible()
      await expect(page.getByLabel('Publication name')).toHaveValue('The Evening Pencil')
      await expect(page.getByLabel('Email')).toHaveValue(OWNER.email)
      await expect(page.getByLabel('Password')).toHaveValue('')
    })

    if (scripts)
      test('the pages before there is an account are accessible, light and dark, wide and narrow', async () => {
        await lookThrough(page, `/setup?token=${server.setupToken()}`)
        await lookThrough(page, '/login')
      })

    test('claiming leads into a first draft, and the page is gone', async () => {
      const token = server.setupToken()
      await setUp(page, server)
      const session = (await context.cookies()).find(({ name }) => name === 'stet-session')
      expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false })
      expect((await page.goto(`/setup?token=${token}`))?.status()).toBe(404)
      await expect(page.getByLabel('Publication name')).toHaveCount(0)
    })

    if (scripts)
      test('the pages about oneself are accessible, light and dark, wide and narrow', async () => {
        await lookThrough(page, '/account')
        await lookThrough(page, '/settings')
      })

    test('the account names person and device, and signing out ends the session, not only the cookie', async () => {
      await page.goto('/account')
      await expect(page.getByText(OWNER.email)).toBeVisible()
      await expect(page.getByText('This device')).toBeVisible()
      const kept = await context.cookies()
      await signOut(page)
      await expect(page.getByText('You are signed out.')).toBeVisible()
      await context.addCookies(kept)
      await page.goto('/account')
      await expect(page).toHaveURL(/\/login\?next=%2Faccount$/)
    })

    test('a wrong password keeps the address; the right one leads to where one was going', async () => {
      await page.goto('/settings')
      await expect(page).toHaveURL(/\/login\?next=%2Fsettings$/)
      const fill = () => signIn(page, 'not the password')
      expect(await statusOf(page, fill)).toBe(401)
      await expect(page.getByText('do not match')).toBeVisible()
      await expect(page.getByLabel('Email')).toHaveValue(OWNER.email)
      await signIn(page)
      await page.waitForURL(/\/settings$/)
    })

    test('nobody is sent to another site', async () => {
      for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
        await context.clearCookies()
        await page.goto(`/login?next=${encodeURIComponent(next)}`)
        await signIn(page)
        await page.waitForURL(`${server.url}/studio`)
      }
    })

    test('of two tabs with the settings the second gets a conflict, and keeps what was typed', async () => {
      await page.goto('/settings/comments')
      const second = await context.newPage()
      await second.goto('/settings/comments')

      await page.getByLabel('Guidelines').fill('Said in the first tab.')
      await page.getByLabel('New comments').selectOption('closed')
      await page.getByRole('button', { name: 'Save settings' }).click()
      await expect(page.getByText('Settings saved.')).toBeVisible()
      await expect(page.getByLabel('New comments')).toHaveValue('closed')

      const typed = 'Said in the second tab.\n\nIn two paragraphs.'
      await second.getByLabel('Guidelines').fill(typed)
      await second.getByLabel('Minutes to edit').fill('20')
      const save = () => second.getByRole('button', { name: 'Save settings' }).click()
      expect(await statusOf(second, save)).toBe(409)
      await expect(second.getByText('Said in the first tab.')).toBeVisible()
      await expect(second.getByLabel('Guidelines')).toHaveValue(typed)
      await expect(second.getByLabel('Minutes to edit')).toHaveValue('20')
      await expect(second.getByLabel('New comments')).toHaveValue('all')

      await save()
      await expect(second.getByText('Settings saved.')).toBeVisible()
      await expect(second.getByLabel('Guidelines')).toHaveValue(typed)
      await expect(second.getByLabel('Minutes to edit')).toHaveValue('20')
      await second.close()
    })

    test('settings out of range are refused beside their field', async () => {
      await page.goto('/settings/comments')
      await page.getByLabel('Minutes to edit').evaluate((field) => field.removeAttribute('max'))
      await page.getByLabel('Minutes to edit').fill('2000')
      const save = () => page.getByRole('button', { name: 'Save settings' }).click()
      expect(await statusOf(page, save)).toBe(422)
      await expect(page.getByText('Enter a whole number from 0 to 1440.')).toBeVisible()
      await expect(page.getByLabel('Minutes to edit')).toHaveValue('2000')
    })

    test('a theme is refused where it could not be read, looked at, stored, and taken back', async () => {
      await page.goto('/settings/appearance')
      const press = (name: string) => page.getByRole('button', { name }).click()
      await page.getByLabel('Accent colour', { exact: true }).fill('#ffcc00')
      expect(await statusOf(page, () => press('Save settings'))).toBe(422)
      await expect(page.getByText('could not be read on white paper')).toBeVisible()
      await expect(page.getByLabel('Accent colour', { exact: true })).toHaveValue('#ffcc00')

      await page.getByLabel('Accent colour', { exact: true }).fill('#7a0019')
      await page.getByLabel('Font of text').selectOption('source-serif')
      await press('Preview')
      await page.waitForURL(/preview/)
      await expect(page.locator('.specimen-light .specimen-kicker')).toHaveCSS('color', 'rgb(122, 0, 25)')
      const accentOf = async () => {
        const [, sheet = ''] = /href="(\/styles\/[^"]+)"/.exec(await (await fetch(server.url)).text()) ?? []
        return (await (await fetch(server.url + sheet)).text()).includes('--blue:#7a0019')
      }
      expect(await accentOf()).toBe(false)
      await press('Save settings')
      await expect(page.getByText('Settings saved.')).toBeVisible()
      expect(await accentOf()).toBe(true)
      await press('Back to the look of the house')
      await expect(page.getByLabel('Accent colour', { exact: true })).toHaveValue('')
      await expect.poll(accentOf).toBe(false)
    })

    test('settings typed by somebody whose session has ended come back, and can be saved after all', async () => {
      await page.goto('/settings')
      await page.getByLabel('Description').fill('Typed while signed out.')
      const kept = await context.cookies()
      await context.clearCookies()
      const save = () => page.getByRole('button', { name: 'Save settings' }).click()
      expect(await statusOf(page, save)).toBe(401)
      await expect(page.getByText('You are signed out by now')).toBeVisible()
      await expect(page.getByLabel('Description')).toHaveValue('Typed while signed out.')
      await context.addCookies(kept)
      await save()
      await expect(page.getByText('Settings saved.')).toBeVisible()
      await expect(page.getByLabel('Description')).toHaveValue('Typed while signed out.')
    })

    test('signing out everywhere ends the other device too', async ({ browser }) => {
      const other = await contextOf(browser, server, scripts)
      const phone = await other.newPage()
      await phone.goto('/login?next=/account')
      await signIn(phone)
      await phone.waitForURL(/\/account$/)
      await phone.getByRole('button', { name: 'Sign out everywhere' }).click()
      await phone.waitForURL(/\/login/)
      await expect(phone.getByText('You are signed out on every device.')).toBeVisible()
      await page.goto('/account')
      await expect(page).toHaveURL(/\/login/)
      await other.close()
    })

    test('a new password is taken from whoever knows the old one, and signs the other device out', async ({
      browser,
    }) => {
      const NEW = 'see how they run now'
      const other = await contextOf(browser, server, scripts)
      const phone = await other.newPage()
      for (const device of [page, phone]) {
        await device.goto('/login?next=/account')
        await signIn(device)
        await device.waitForURL(/\/account$/)
      }
      const change = async (current: string, again = NEW) => {
        await page.getByLabel('Current password').fill(current)
        await page.getByLabel('New password', { exact: true }).fill(NEW)
        await page.getByLabel('New password again').fill(again)
        return statusOf(page, () => page.getByRole('button', { name: 'Change password' }).click())
      }
      expect(await change('not the password')).toBe(422)
      await expect(page.getByText('This is not your password.')).toBeVisible()
      expect(await change(OWNER.password, 'something else')).toBe(422)
      await change(OWNER.password)
      await expect(page.getByText('every other device is signed out')).toBeVisible()
      await page.goto('/desk')
      await expect(page).toHaveURL(/\/desk$/)
      await phone.goto('/account')
      await expect(phone).toHaveURL(/\/login/)
      expect(await statusOf(phone, () => signIn(phone))).toBe(401)
      await signIn(phone, NEW)
      await phone.waitForURL(/\/account$/)
      await other.close()
    })
  })
}

test('four wrong passwords in a row make even the right one wait', async ({ browser }) => {
  const server = await startServer({ env: { RATE_LIMITS: 'on' } })
  const beside = await composeBeside(server)
  await theOwner(beside.stet, OWNER)
  await beside.close()
  const context = await contextOf(browser, server, false)
  const page = await context.newPage()
  for (const email of [OWNER.email, 'nobody@pencil.example']) {
    await page.goto('/login')
    for (let n = 0; n < 4; n += 1) {
      expect(await statusOf(page, () => signIn(page, `wrong password ${n}`, email))).toBe(401)
    }
    expect(await statusOf(page, () => signIn(page, OWNER.password, email))).toBe(429)
    await expect(page.getByText('in 10 minutes')).toBeVisible()
  }
  await context.close()
  await server.stop()
})
