import { atDesk } from '../support/at-desk'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { expect, test } from '../support/fixtures'

const PASSWORD = 'a patient pencil in each hand'

for (const scripts of [true, false]) {
  test(`a ban ${scripts ? 'with' : 'without'} JavaScript: from the card to the person, and back by undo`, async ({
    server,
    stet,
    browser,
  }) => {
    const ada = { name: 'Ada Moss', email: 'ada@pencil.example', password: PASSWORD }
    await aUser(stet, ada)
    const piece = await aPiece(stet, { title: 'A piece to argue about' })
    const posted = await aComment(stet, { under: piece.slug, name: 'Ottilie', body: 'A word too much.' })

    const desk = await atDesk(browser, server, ada, { scripts })
    await desk.getByRole('article').getByRole('link', { name: 'Ottilie' }).click()
    await expect(desk.getByRole('heading', { level: 1 })).toContainText('Ottilie')
    await expect(desk.getByText('A word too much.')).toBeVisible()

    // Nothing chosen for a pause: what was typed is kept.
    await desk.getByText('Take a measure').click()
    await desk.getByLabel('What', { exact: true }).selectOption('suspend')
    await desk.getByLabel('What they are told').fill('Insults')
    await desk.getByRole('button', { name: 'Take this measure' }).click()
    await expect(desk.getByText('Choose how long the pause lasts.').first()).toBeVisible()
    await expect(desk.getByLabel('What they are told')).toHaveValue('Insults')

    await desk.getByLabel('What', { exact: true }).selectOption('ban')
    await desk.getByLabel(/reject what of theirs is waiting/).check()
    await desk.getByRole('button', { name: 'Take this measure' }).click()
    await expect(desk.getByText('1 waiting comments were rejected with it.')).toBeVisible()

    const guest = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })
    await guest.addCookies([{ name: 'stet-guest', value: posted.guestSecret ?? '', url: server.url }])
    const reader = await guest.newPage()
    await reader.goto(`${piece.path}/respond`)
    await reader
      .getByLabel(/Your comment|Comment/)
      .first()
      .fill('One more word.')
    await reader.getByRole('button', { name: /Post/ }).first().click()
    await expect(reader.getByText('The reason they gave: Insults.')).toBeVisible()
    await expect(reader.getByText('One more word.').first()).toBeVisible()

    await desk.goto('/desk/log')
    await expect(desk.getByRole('listitem').filter({ hasText: 'banned' })).toContainText('Ottilie')
    await desk
      .getByRole('listitem')
      .filter({ hasText: 'banned' })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(desk.getByText('1 comments are as they were before it.')).toBeVisible()
    await desk.goto('/desk')
    await expect(desk.getByRole('article')).toContainText('A word too much.')
    await Promise.all([desk.context().close(), guest.close()])
  })
}
