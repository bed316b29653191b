import { Secret, TOTP } from 'otpauth'
import { barriers } from '../support/barriers'
import { aUser } from '../support/builders/a-user'
import { expect, test } from '../support/fixtures'
import { signOut, statusOf, typeSignIn } from '../support/sign-in-page'
import { signedIn } from '../support/signed-in'

// Each way has a person of its own.
test.use({ serverFor: 'file' })

for (const scripts of [true, false]) {
  test(`codes at sign-in, JavaScript ${scripts ? 'on' : 'off'}: on with proof, asked for after the password, used once each, off with both`, async ({
    server,
    stet,
    browser,
  }) => {
    const who = { email: `editor.${scripts ? 'on' : 'off'}@pencil.example`, password: 'see how they run now' }
    await aUser(stet, { role: 'editor', ...who })
    const context = await signedIn(browser, server, who, { scripts })
    const page = await context.newPage()
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await page.goto('/account/second-step')
    await page.getByLabel('Your password').fill(who.password)
    await press('Go on')
    await expect(page.getByRole('img', { name: 'Picture for the app' })).toBeVisible()
    const secret = Secret.fromBase32((await page.locator('[data-secret]').innerText()).replaceAll(/\s/g, ''))
    const codeOf = (steps: number): string =>
      new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })
    // The rules of accessibility are looked through by a script.
    if (scripts) expect(await barriers(page)).toEqual([])
    await page.getByLabel('Code').fill('12345')
    expect(await statusOf(page, () => press('Switch on'))).toBe(422)
    const first = codeOf(-1)
    await page.getByLabel('Code').fill(first)
    await press('Switch on')
    await expect(page.locator('[data-recovery-codes] li')).toHaveCount(10)
    const recovery = await page.locator('[data-recovery-codes] li').allInnerTexts()
    expect(new Set(recovery).size).toBe(10)

    await signOut(page)
    await typeSignIn(page, who)
    await page.waitForURL(/\/login\/code/)
    await page.goto('/account')
    await expect(page).toHaveURL(/\/login/)
    await page.goto('/login/code?next=/account')
    await page.getByLabel('Code').fill(first)
    expect(await statusOf(page, () => press('Sign in'))).toBe(401)
    await page.getByLabel('Code').fill(codeOf(0))
    await press('Sign in')
    // The address before ends in the same letters.
    await page.waitForURL(({ pathname }) => pathname === '/account')
    await signOut(page)
    await typeSignIn(page, who)
    await page.waitForURL(/\/login\/code/)
    await page.getByLabel('Code').fill(recovery[0] ?? '')
    await press('Sign in')
    await page.waitForURL(/\/studio/)

    await page.goto('/account/second-step')
    await expect(page.getByText('9 recovery codes are left')).toBeVisible()
    await page.getByLabel('Your password').fill(who.password)
    await page.getByLabel('Code').fill(recovery[1] ?? '')
    await press('Switch off')
    await expect(page.getByText('Codes at sign-in are off')).toBeVisible()
    await signOut(page)
    await typeSignIn(page, who)
    await page.waitForURL(/\/studio/)
    await context.close()
  })
}
