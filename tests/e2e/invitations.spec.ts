import { barriers } from '../support/barriers'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { signedIn } from '../support/signed-in'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }

test('the owner hands out a link; somebody joins by it, once; then their role changes', async ({
  server,
  stet,
  browser,
}) => {
  await theOwner(stet)
  const owner = await signedIn(browser, server, OWNER)
  const people = await owner.newPage()
  await people.goto('/settings/people')
  await people.getByLabel('For whom').fill('Edda of the Mail')
  await people.getByLabel('As what').selectOption('editor')
  await people.getByRole('button', { name: 'Make a link' }).click()
  const link = (await people.locator('[data-invitation]').textContent()) ?? ''
  expect(await barriers(people)).toEqual([])

  // Without scripts, in a browser of their own.
  const stranger = await browser.newContext({ javaScriptEnabled: false })
  const join = await stranger.newPage()
  const asked = await join.goto(link)
  expect([asked?.status(), asked?.headers()['referrer-policy']]).toEqual([200, 'same-origin'])
  await join.getByLabel('Your name').fill('Edda Wren')
  await join.getByLabel('Email').fill('edda@pencil.example')
  await join.getByLabel('Password').fill('short')
  await join.getByRole('button', { name: 'Join' }).click()
  await expect(join.getByLabel('Your name')).toHaveValue('Edda Wren')
  await join.getByLabel('Password').fill('hemp and manila and silk')
  await join.getByRole('button', { name: 'Join' }).click()
  await expect(join).toHaveURL(/\/studio$/)
  expect((await (await browser.newPage()).goto(link))?.status()).toBe(404)

  await people.reload()
  await people.getByText('Change Edda Wren').click()
  await people.getByLabel('Role of Edda Wren').selectOption('writer')
  await people
    .getByRole('listitem')
    .filter({ hasText: 'Edda Wren' })
    .getByRole('button', { name: 'Change role' })
    .click()
  await expect(people.getByText('It counts from now on')).toBeVisible()
  await join.reload()
  await expect(join).toHaveURL(/\/login/)
})
