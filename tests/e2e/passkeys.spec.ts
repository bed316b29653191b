import { barriers } from '../support/barriers'
import { theOwner } from '../support/builders/the-owner'
import { composeBeside } from '../support/compose-beside'
import { expect, test } from '../support/fixtures'
import { type MailSink, mailSink } from '../support/mail-sink'
import { signOut, statusOf } from '../support/sign-in-page'
import { signedIn } from '../support/signed-in'
import { type RunningServer, startServer } from '../support/start-server'

const OWNER = { email: 'olive@pencil.example', password: 'the blue end and the red one' }

let sink: MailSink
let server: RunningServer

test.beforeAll(async () => {
  sink = await mailSink()
  server = await startServer({
    env: { SMTP_URL: sink.url, MAIL_FROM: 'The Evening Pencil <pencil@post.test>' },
  })
  const { stet, close } = await composeBeside(server)
  await theOwner(stet, OWNER)
  await close()
})
test.afterAll(async () => {
  await server.stop()
  await sink.close()
})

test('without JavaScript, the page of passkeys says what it needs', async ({ browser }) => {
  const context = await signedIn(browser, server, OWNER, { scripts: false })
  const page = await context.newPage()
  await page.goto('/account/passkeys')
  await expect(page.getByText('You have no passkeys yet.')).toBeVisible()
  await expect(page.getByText('with JavaScript')).toBeVisible()
  await context.close()
})

test('a passkey: added, opens the account, shows who it is, and opens nothing once it is removed', async ({
  browser,
}) => {
  const context = await signedIn(browser, server, OWNER)
  const page = await context.newPage()
  await page.goto('/account/passkeys')
  await expect(page.getByText('You have no passkeys yet.')).toBeVisible()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  // A device that is always touched takes what is offered beside the address before any button is pressed: so nothing
  // is offered here but on the way somewhere.
  await page.addInitScript(() => {
    if (!location.search.includes('next='))
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
  })
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.getByLabel('Name').fill('Work laptop')
  await page.getByLabel('Your password').fill('a guess')
  expect(await statusOf(page, () => press('Add a passkey'))).toBe(422)
  await expect(page.getByLabel('Name')).toHaveValue('Work laptop')
  await page.getByLabel('Your password').fill(OWNER.password)
  await press('Add a passkey')
  await expect(page.locator('[data-passkeys] li')).toContainText('Work laptop')
  expect(await barriers(page)).toEqual([])

  await signOut(page)
  await press('Use a passkey')
  await page.waitForURL(/\/studio/)
  await signOut(page)
  await page.goto('/login?next=/account/passkeys')
  await page.waitForURL(({ pathname }) => pathname === '/account/passkeys')
  await expect(page.locator('[data-passkeys] li')).toContainText('last used')

  await page.goto('/settings/danger')
  const zone = page.locator('#conversation')
  await zone.getByLabel('Name of the publication').fill('The Evening Pencil')
  await zone.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(zone.getByText('is closed at the moment')).toBeVisible()
  await zone.getByLabel('Name of the publication').fill('The Evening Pencil')
  await zone.getByRole('button', { name: 'Open the conversation' }).click()
  await expect(zone.getByRole('button', { name: 'Close the conversation' })).toBeVisible()

  await page.goto('/account/passkeys')
  await page.locator('summary', { hasText: 'Remove' }).click()
  await press('Remove this passkey')
  await expect(page.getByText('You have no passkeys yet.')).toBeVisible()
  await signOut(page)
  expect(await statusOf(page, () => press('Use a passkey'))).toBe(401)
  await expect(page.getByText('This passkey does not open it')).toBeVisible()

  const told = () => sink.mails.map(({ to, headers }) => [...to, headers.get('subject')?.[0]])
  await expect.poll(told).toEqual([
    [OWNER.email, 'A passkey was added to your account: The Evening Pencil'],
    [OWNER.email, 'A passkey of your account was removed: The Evening Pencil'],
  ])
  await context.close()
})
