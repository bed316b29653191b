import type { Page } from '@playwright/test'
import { atDesk } from '../support/at-desk'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { expect, test } from '../support/fixtures'

const PASSWORD = 'a patient pencil in each hand'

const cardOf = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })
const press = (page: Page, words: string, name: string) =>
  cardOf(page, words).getByRole('button', { name, exact: true }).click()
const tab = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^${name}`) })

for (const scripts of [true, false]) {
  test(`two moderators, ${scripts ? 'with' : 'without'} JavaScript: the second is told, and undo leads back`, async ({
    server,
    stet,
    browser,
  }) => {
    const sam = { name: 'Sam Okafor', email: 'sam@pencil.example', password: PASSWORD }
    const tomas = { name: 'Tomas Wren', email: 'tomas@pencil.example', password: PASSWORD }
    await aUser(stet, sam)
    await aUser(stet, tomas)
    const piece = await aPiece(stet, { title: 'A piece to argue about' })
    await aComment(stet, { under: piece.slug, name: 'Ottilie', body: 'The older of the two.' })
    await aComment(stet, { under: piece.slug, body: 'The newer of the two.' })

    const first = await atDesk(browser, server, sam, { scripts })
    const second = await atDesk(browser, server, tomas, { scripts })
    await expect(first.getByRole('article').first()).toContainText('The older of the two.')
    await expect(cardOf(first, 'older')).toContainText('A piece to argue about')
    await expect(cardOf(first, 'older')).toContainText('Ottilie')
    await expect(cardOf(first, 'newer')).toContainText('No Name Set')

    await press(first, 'older', 'Approve')
    await expect(tab(first, 'Waiting')).toContainText('1')
    await expect(tab(first, 'Approved')).toContainText('1')

    if (scripts) {
      // What is decided leaves by itself, and nobody does it again.
      await expect(second.getByText('Sam Okafor approved the comment by Ottilie').first()).toBeVisible()
      await expect(cardOf(second, 'older')).toHaveCount(0)
    } else {
      await press(second, 'older', 'Reject')
      await expect(second.getByText('Sam Okafor approved this a moment ago.').first()).toBeVisible()
    }
    await second.goto('/desk?tab=approved')
    await expect(cardOf(second, 'older')).toContainText('Sam Okafor approved this')

    await first.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(tab(first, 'Waiting')).toContainText('2')
    await expect(first.getByText(/^Undone/).first()).toBeVisible()
    await first.goto('/desk')
    await expect(first.getByRole('article').first()).toContainText('The older of the two.')
    await expect(cardOf(first, 'older')).toContainText('Sam Okafor undid a decision')

    await press(first, 'newer', 'Spam')
    await expect(tab(first, 'Spam')).toContainText('1')
    // The number is there before the server has answered.
    await expect.poll(async () => (await stet.ports.queueReader.counts()).spam).toBe(1)
    await first.goto('/desk?tab=spam')
    await expect(cardOf(first, 'newer')).toContainText('Sam Okafor marked this as spam')
    await Promise.all([first.context().close(), second.context().close()])
  })
}
