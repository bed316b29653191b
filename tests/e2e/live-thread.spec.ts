import type { Browser, Page } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import type { Actor } from '../../lib/kernel/actor'
import { aComment } from '../support/builders/a-comment'
import { aDecision } from '../support/builders/a-decision'
import { type Piece, aPiece } from '../support/builders/a-piece'
import { must } from '../support/builders/must'
import { expect, test } from '../support/fixtures'
import type { RunningServer } from '../support/start-server'

test.use({ serverFor: 'file' })

const comment = (page: Page, id: string) => page.locator(`#comment-${id}`)
const ownForm = (page: Page) => page.locator('stet-thread > stet-form form')

/** Reads a thread on a device of their own, at its form, and is known to be there. */
const reader = async (browser: Browser, server: RunningServer, piece: Piece): Promise<Page> => {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${piece.path}#comments`)
  await expect(page.getByText(/^Active: [1-9]/)).toBeVisible()
  return page
}

const approved = (stet: Stet, under: Piece, body: string, more: { to?: string; by?: Actor } = {}) =>
  aComment(stet, { under: under.slug, body, then: 'approve', ...more })

test.describe('two readers on one thread', () => {
  test('see that the other is there and types, and each new comment once it is let stand', async ({
    server,
    stet,
    browser,
  }) => {
    const piece = await aPiece(stet, { title: 'The ferry stops at six' })
    const first = await approved(stet, piece, 'It always did.')
    const [ada, ben] = [await reader(browser, server, piece), await reader(browser, server, piece)]
    for (const page of [ada, ben]) await expect(page.getByText('Active: 2')).toBeVisible()

    await ownForm(ben).getByLabel('Your comment').pressSequentially('It stopped at five.')
    await expect(ada.getByText('Someone is typing...')).toBeVisible()
    await expect(ben.getByText('Someone is typing...')).toBeHidden()
    await ownForm(ben).getByRole('button', { name: 'Post comment' }).click()
    await expect(
      ben.getByText('Your comment will appear once approved by a moderator.').first(),
    ).toBeVisible()
    await expect(ada.getByText('Someone is typing...')).toBeHidden()
    await expect(ada.getByText('It stopped at five.')).toHaveCount(0)

    const waiting = ben.locator('.comment-waiting')
    const id = ((await waiting.getAttribute('id')) ?? '').replace('comment-', '')
    await aDecision(stet, { on: id, move: 'approve' })
    const news = ada.getByRole('button', { name: '1 new comment', exact: true })
    await expect(news).toBeVisible()
    await expect(ada.locator('.conversation-count')).toHaveText('2')
    await expect(ada.getByText('It stopped at five.')).toHaveCount(0)
    await news.click()
    await expect(comment(ada, id).getByText('It stopped at five.')).toBeVisible()
    await expect(comment(ada, id).getByText('New', { exact: true })).toBeVisible()
    await expect(comment(ada, id).locator('> .comment-body')).toBeFocused()
    await expect(news).toBeHidden()

    // To its author it is no news: what waited stands.
    await expect(ben.locator('.comment-waiting')).toHaveCount(0)
    await expect(comment(ben, id).getByText('It stopped at five.')).toBeVisible()
    await expect(comment(ben, id).getByRole('button', { name: /^Recommend/ })).toBeHidden()

    const reply = await approved(stet, piece, 'Five it was.', { to: first.commentId })
    await ada.getByRole('button', { name: '1 new comment', exact: true }).click()
    await expect(comment(ada, first.commentId).locator('.replies').getByText('Five it was.')).toBeVisible()
    await expect(comment(ada, reply.commentId).locator('> .comment-body')).toBeInViewport()

    await test.step('what goes leaves both pages', async () => {
      await must('withdraw', stet.comments.withdraw(reply.author, { commentId: reply.commentId, version: 2 }))
      await expect(comment(ada, reply.commentId)).toHaveCount(0)
      await aDecision(stet, { on: id, move: 'reject', reason: 'Off topic' })
      await expect(comment(ada, id)).toHaveCount(0)
      await expect(ada.locator('.conversation-count')).toHaveText('1')
      await expect(comment(ada, first.commentId).locator('> .comment-body')).toBeVisible()
      // Its author learns why, until they have seen it.
      await expect(comment(ben, id).getByText('Reason: Off topic.')).toBeVisible()
      await comment(ben, id).getByRole('button', { name: 'Dismiss' }).click()
      await expect(comment(ben, id)).toHaveCount(0)
      await ben.reload()
      await expect(ben.getByText(/^Active:/)).toBeVisible()
      await expect(comment(ben, id)).toHaveCount(0)
    })
  })

  test('recommend a comment; the other sees the number', async ({ server, stet, browser }) => {
    const piece = await aPiece(stet)
    const { commentId } = await approved(stet, piece, 'Hemp is best.')
    const [ada, ben] = [await reader(browser, server, piece), await reader(browser, server, piece)]
    const button = comment(ada, commentId).getByRole('button', { name: /^Recommend/ })
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await expect(button.locator('.recommend-count')).toHaveText('1')
    await expect(comment(ben, commentId).locator('.recommend-count')).toHaveText('1')
    await ada.reload()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'false')
    await expect(comment(ben, commentId).locator('.recommend-count')).toHaveText('')
  })
})

test.describe('one reader', () => {
  test('keeps a draft over a reload, is asked once whether a text is meant, and posts it', async ({
    server,
    stet,
    browser,
  }) => {
    const piece = await aPiece(stet)
    const page = await reader(browser, server, piece)
    const area = ownForm(page).getByLabel('Your comment')
    await area.fill('THIS IS SAID IN CAPITALS FROM THE FIRST LETTER TO THE LAST')
    await page.reload()
    await expect(page.getByText('Your draft was kept on this device.')).toBeVisible()
    await expect(area).toHaveValue('THIS IS SAID IN CAPITALS FROM THE FIRST LETTER TO THE LAST')

    await ownForm(page).getByRole('button', { name: 'Post comment' }).click()
    await expect(page.getByText('Nothing was posted yet.')).toBeVisible()
    await expect(page.locator('.notice')).toBeFocused()
    await area.press('End')
    await area.press('!')
    await expect(ownForm(page).getByRole('button', { name: 'Post comment' })).toBeVisible()
    await ownForm(page).getByRole('button', { name: 'Post comment' }).click()
    await ownForm(page).getByRole('button', { name: 'Post anyway' }).click()
    await expect(page.getByText('Thank you! Your submission has been received!')).toBeVisible()
    await expect(page.locator('.comment-waiting')).toHaveCount(1)
    await page.reload()
    await expect(page.getByText(/^Active:/)).toBeVisible()
    await expect(area).toHaveValue('')
    await expect(page.getByText('Your draft was kept on this device.')).toHaveCount(0)
  })

  test('collapses a branch, and finds what is new since the last visit', async ({
    server,
    stet,
    browser,
  }) => {
    const piece = await aPiece(stet)
    const root = await approved(stet, piece, 'Hemp is best.')
    await approved(stet, piece, 'Manila.', { to: root.commentId })
    const page = await reader(browser, server, piece)
    await expect(page.locator('.comment-new')).toHaveCount(0)
    const toggle = page.getByRole('button', { name: 'Hide 1 reply' })
    await toggle.click()
    await expect(page.getByText('Manila.')).toBeHidden()

    await page.goto('about:blank')
    const fresh = await approved(stet, piece, 'Sisal, if you must.', { to: root.commentId })
    await page.goto(`${piece.path}#comments`)
    await expect(page.getByText('Manila.')).toBeVisible()
    await expect(page.locator('.comment-new')).toHaveCount(1)
    await toggle.or(page.getByRole('button', { name: 'Hide 2 replies' })).click()
    const next = page.getByRole('button', { name: 'Next new comment (1)' })
    await expect(next).toBeVisible()
    await page.keyboard.press('n')
    await expect(comment(page, fresh.commentId).locator('> .comment-body')).toBeFocused()
    await expect(comment(page, fresh.commentId).locator('> .comment-body')).toBeInViewport()
    await expect(next).toBeHidden()
  })

  test('follows a link to a comment of another page of the thread', async ({ server, stet, browser }) => {
    const piece = await aPiece(stet)
    const old = await approved(stet, piece, 'The very first.')
    for (let n = 1; n <= 20; n += 1) await approved(stet, piece, `Later, ${n}.`)
    const page = await reader(browser, server, piece)
    await expect(comment(page, old.commentId)).toHaveCount(0)
    await page.goto(`${piece.path}#comment-${old.commentId}`)
    await expect(comment(page, old.commentId).getByText('The very first.')).toBeVisible()
    await expect(page).toHaveURL(/after=.*#comment-/)
    await page.goto(`${piece.path}#comment-${'0'.repeat(26)}`)
    await expect(page.getByText('Later, 20.')).toBeVisible()
  })

  test('does everything with the keyboard alone', async ({ server, stet, browser }) => {
    const piece = await aPiece(stet)
    const old = await approved(stet, piece, 'The very first.')
    for (let n = 1; n <= 20; n += 1) await approved(stet, piece, `Later, ${n}.`)
    const page = await reader(browser, server, piece)
    /** Walks on with Tab until the focus is there. */
    const tabTo = async (selector: string): Promise<void> => {
      for (let i = 0; i < 200; i += 1) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
      }
      throw new Error(`Tab does not lead to ${selector}.`)
    }

    await tabTo('stet-thread > stet-form textarea')
    await page.keyboard.type('By hand.')
    await tabTo('.comment-form .button-primary')
    await page.keyboard.press('Enter')
    await expect(page.locator('.notice-success')).toBeFocused()

    await tabTo('.comment-reply')
    await page.keyboard.press('Enter')
    await expect(page.locator('.reply-form textarea')).toBeFocused()
    await page.keyboard.type('An answer by hand.')
    await tabTo('.reply-form .button-primary')
    await page.keyboard.press('Enter')
    await expect(page.locator('.reply-form .notice-success')).toBeFocused()
    await expect(page.locator('.comment-waiting')).toHaveCount(2)

    await tabTo('.thread-more a')
    await page.keyboard.press('Enter')
    await expect(comment(page, old.commentId).locator('> .comment-body')).toBeFocused()
    await tabTo('.comment-recommend button')
    await page.keyboard.press('Space')
    await expect(comment(page, old.commentId).getByRole('button', { name: /^Recommend/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })
})
