import type { Page } from '@playwright/test'
import type { Credentials } from './signed-in'

/** Fills and sends the form of the page to sign in at, where the page is there already. */
export const typeSignIn = async (page: Page, { email, password }: Credentials): Promise<void> => {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** By the button on the page about oneself. */
export const signOut = async (page: Page): Promise<void> => {
  await page.goto('/account')
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(/\/login/)
}

/** Presses a button that posts, and gives the status of the answer. */
export const statusOf = async (page: Page, press: () => Promise<void>): Promise<number> => {
  const [answer] = await Promise.all([
    // The page to sign in at asks whether there is a passkey, whenever it likes.
    page.waitForResponse(
      (response) => response.request().method() === 'POST' && !response.url().endsWith('/login/passkey'),
    ),
    press(),
  ])
  return answer.status()
}
