import { barriers } from '../support/barriers'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { signedIn } from '../support/signed-in'

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }
const EDITOR = { email: 'edda@pencil.example', password: 'hemp and manila and what came after' }

test('one writes, another takes over what was typed to the last word, and the first can take it back', async ({
  server,
  stet,
  browser,
}) => {
  const owner = await theOwner(stet)
  await aUser(stet, { name: 'Edda Wren', role: 'editor', addedBy: owner, ...EDITOR })
  const { articleId } = await aPiece(stet, { title: 'Ropes', text: 'Hemp.', state: 'draft' })
  const [ada, edda] = [await signedIn(browser, server, OWNER), await signedIn(browser, server, EDITOR)]
  const [first, second] = [await ada.newPage(), await edda.newPage()]

  await first.goto(`/studio/${articleId}`, { waitUntil: 'networkidle' })
  await second.goto(`/studio/${articleId}`, { waitUntil: 'networkidle' })
  await expect(second.getByText('is writing here', { exact: false })).toBeVisible()
  await expect(second.getByLabel('Title')).not.toBeEditable()
  expect(await barriers(second)).toEqual([])

  // Typed, and taken over before it was saved by itself.
  await first.getByLabel('Title').fill('Ropes, and what came after')
  await second.getByRole('button', { name: 'Take over' }).click()
  await expect(second.getByLabel('Title')).toBeEditable({ timeout: 20_000 })
  await expect(second.getByLabel('Title')).toHaveValue('Ropes, and what came after')
  await expect(first.getByText('Edda Wren has taken over')).toBeVisible()
  await expect(first.getByLabel('Title')).not.toBeEditable()
  // What cannot be written cannot be saved either: no button, and no key.
  await expect(first.getByRole('button', { name: /^(?:Save draft|Publish|Move to trash)$/ })).toHaveCount(0)
  await expect(second.getByRole('button', { name: 'Save draft' })).toBeVisible()

  await second.getByLabel('Title').fill('Ropes and knots')
  await second.close()
  await first.getByRole('button', { name: 'Take back' }).click()
  await expect(first.getByLabel('Title')).toBeEditable({ timeout: 20_000 })
  await expect(first.getByLabel('Title')).toHaveValue('Ropes and knots')
  await Promise.all([ada.close(), edda.close()])
})
