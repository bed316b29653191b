import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { ANONYMOUS } from '../../lib/kernel/actor'
import { alarmsOn } from '../support/alarms'
import { atDesk } from '../support/at-desk'
import { barriers, sideways } from '../support/barriers'
import { aClient } from '../support/builders/a-client'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { must } from '../support/builders/must'
import { expect, test } from '../support/fixtures'
import { packed } from '../support/packed'

const PASSWORD = 'a patient pencil in each hand'
/** A list that others made, where it is; our own short one is always there. */
const LIST = join(import.meta.dirname, '../../../shared/testdata/xss/dompurify-expect.json')
const OWN = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea><svg onload=alert(1)>',
  '<a href="javascript:alert(1)" onmouseover=alert(1)>x</a>',
  '{{constructor.constructor("alert(1)")()}}',
  '</script><script>alert(1)</script><!--',
  "');alert(1);//",
]

const listed = (): readonly string[] => {
  if (!existsSync(LIST)) return []
  const all = JSON.parse(readFileSync(LIST, 'utf8')) as readonly { readonly payload: string }[]
  return all.map(({ payload }) => payload)
}

const SAM = { email: 'sam@pencil.example', password: PASSWORD }

/** What no text may have become. The chart of the statistics is ours. */
const INSIDE_MAIN =
  'main script, main svg:not([role=img]), main img, main iframe, main [onerror], main [onload]'

/** Goes there again and again: the index of words follows what is written a moment later. */
const untilFound = (page: Page, address: string, cards?: number): Promise<void> =>
  expect(async () => {
    await page.goto(address)
    const found = await page.getByRole('article').count()
    if (cards === undefined) expect(found).toBeGreaterThan(0)
    else expect(found).toBe(cards)
  }).toPass({ timeout: 60_000 })

const sam = (stet: Stet) =>
  aUser(stet, { name: 'Sam Okafor', email: 'sam@pencil.example', password: PASSWORD, role: 'moderator' })
const cardOf = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })

test('payloads in every field stay text at the desk', async ({ server, stet, browser }) => {
  const moderator = await sam(stet)
  const [script = '', image = '', area = '', link = '', braces = '', broken = '', quote = ''] = OWN
  const { slug } = await aPiece(stet, {
    by: await aUser(stet, { role: 'editor', name: image }),
    title: script,
    text: image,
  })
  const top = await aComment(stet, { under: slug, name: area, body: link, then: 'approve' })
  await must(
    'report',
    stet.comments.report(ANONYMOUS, { commentId: top.commentId, reason: 'rude', note: image }, aClient()),
  )
  const bodies = packed([...OWN, ...listed()])
  for (const [n, body] of bodies.entries()) {
    await aComment(stet, {
      ...{ under: slug, body, name: `${n} ${OWN[n % OWN.length] ?? ''}`.slice(0, 60), client: aClient(n) },
      ...(n === 0 ? { to: top.commentId } : {}),
    })
  }
  const turnedAway = await aComment(stet, { under: slug, name: broken, body: braces, client: aClient(99) })
  const { cards } = await must('queue', stet.moderation.queue(moderator, { order: 'newest' }))
  const card = cards.find(({ commentId }) => commentId === turnedAway.commentId)
  if (!card) throw new Error('It does not wait.')
  const { commentId, revisionId, version } = card
  await must('note', stet.moderation.noteComment(moderator, { commentId, body: quote }))
  await must(
    'reject',
    stet.moderation.decide(moderator, {
      commentId,
      revisionId,
      version,
      move: 'reject',
      reason: script,
      note: image,
    }),
  )

  const person = turnedAway.author.kind === 'guest' ? `guest:${turnedAway.author.guestId}` : ''
  await must('note on them', stet.people.note(moderator, { person, note: quote }))
  await must(
    'ban',
    stet.people.take(moderator, {
      ...{ person, kind: 'ban', targets: ['person'], reason: area, note: link },
      ...{ days: null, rejectWaiting: false },
    }),
  )

  const page = await atDesk(browser, server, SAM)
  const alarms = alarmsOn(page, server)
  const shown = new Set<string>()
  for (const address of [
    '/desk?order=oldest',
    '/desk?tab=reported',
    '/desk?tab=rejected',
    `/desk?tab=all&q=${encodeURIComponent(script)}`,
  ]) {
    for (let next: string | null = address; next !== null;) {
      await untilFound(page, next)
      for (const text of await page.getByRole('article').allInnerTexts()) shown.add(text)
      await page.locator('[data-details]').first().click()
      await expect(page.locator('[data-details-of]')).toBeVisible()
      const more = page.getByRole('link', { name: 'Next page' })
      next = (await more.count()) > 0 ? await more.getAttribute('href') : null
    }
  }
  await page.goto(`/desk/comments/${turnedAway.commentId}`)
  await expect(page.getByText(braces).first()).toBeVisible()
  for (const [address, word] of [
    ['/desk/log', image],
    [`/desk/people/${person.replace(':', '-')}`, quote],
    [`/desk/people/${person.replace(':', '-')}`, area],
    [`/desk/people?q=${encodeURIComponent(broken.slice(0, 9))}`, broken],
    ['/desk/statistics', script],
  ] as const) {
    await page.goto(address)
    await expect(
      page.locator('main').getByText(word).filter({ visible: true }).first(),
      address,
    ).toBeVisible()
    expect(await page.locator(INSIDE_MAIN).count(), address).toBe(0)
  }
  const seen = [...shown].join('\n').replaceAll(/\s+/gu, ' ')
  for (const body of bodies) expect.soft(seen).toContain(body.slice(0, 200).replaceAll(/\s+/gu, ' ').trim())
  expect(alarms).toEqual([])
  await page.context().close()
})

test('the desk by keyboard alone, and nothing in anybody’s way', async ({ server, stet, browser }) => {
  await sam(stet)
  const { slug } = await aPiece(stet, {
    title: 'A piece about ferries',
    text: 'The captain rings a bell.\n\nThe quay is old.',
  })
  const top = await aComment(stet, { under: slug, name: 'Ro', body: 'The first word.', then: 'approve' })
  for (const body of [
    'About the old quay, a thought.',
    'The captain again, somehow.',
    'Something else entirely.',
  ]) {
    await aComment(stet, { under: slug, to: top.commentId, body })
  }
  const page = await atDesk(browser, server, SAM)
  await expect(page.locator('[data-card][data-mine]').first()).toBeVisible()
  const held = page.locator('[data-card]:focus')
  await page.keyboard.press('j')
  await expect(held).toContainText('About the old quay')
  await page.keyboard.press('i')
  await expect(held).toContainText('The quay is old.')
  await expect(held).toContainText('The first word.')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await expect(held).toContainText('Something else entirely.')
  await expect(page.getByRole('link', { name: /^Rejected/ })).toContainText('1')
  await page.keyboard.press('u')
  await expect(held).toContainText('The captain again')
  await expect(page.getByText(/^Undone/).first()).toBeVisible()
  // A form that leads back to the page it stands on: the page is drawn anew, with what was written.
  await page.keyboard.press('n')
  await page.keyboard.type('Ask the captain first.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(cardOf(page, 'The captain again').getByText('Ask the captain first.')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('quay')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=quay/)
  await untilFound(page, page.url(), 1)
  await expect(cardOf(page, 'About the old quay')).toBeVisible()
  // The page is there before its keys are: they come with this button.
  await expect(page.getByRole('button', { name: 'Keyboard', exact: true })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.waitForURL(/tab=approved/)
  await expect(cardOf(page, 'The first word.')).toBeVisible()
  // Another key, and none (WCAG 2.1.4): what was chosen is there again when they are switched on.
  const [keyboard, open] = [
    page.getByRole('button', { name: 'Keyboard', exact: true }),
    page.locator('dialog'),
  ]
  const details = page.locator('[data-details]').first()
  await keyboard.click()
  await open.getByRole('textbox', { name: 'Author, thread and piece' }).fill('z')
  await open.getByLabel('Single-key shortcuts on this device').uncheck()
  await page.keyboard.press('Escape')
  await expect(details).not.toHaveAttribute('aria-keyshortcuts')
  await page.locator('[data-card]').first().focus()
  await page.keyboard.press('z')
  await expect(details).toHaveAttribute('aria-expanded', 'false')
  await keyboard.click()
  await open.getByLabel('Single-key shortcuts on this device').check()
  await page.keyboard.press('Escape')
  await expect(details).toHaveAttribute('aria-keyshortcuts', 'z')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.locator('[data-card]').first().focus()
  await page.keyboard.press('z')
  await expect(page.locator('[data-details-of]')).toBeVisible()
  expect(await sideways(page)).toBe(0)

  // Two quick keys, of which the second waits for the answer to the first; then the page is left.
  await page.goto('/desk')
  await expect(page.locator('[data-card][data-mine]').first()).toBeVisible()
  await page.route(
    ({ pathname }) => pathname === '/desk',
    (route) => (route.request().method() === 'POST' ? undefined : route.fallback()),
  )
  await expect(page.locator('[data-card]')).toHaveCount(3)
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(page.locator('[data-card]')).toHaveCount(2)
  await page.keyboard.press('s')
  await expect(page.locator('[data-card]')).toHaveCount(1)
  await page.goto('/desk/log')
  await expect.poll(async () => (await stet.ports.queueReader.counts()).spam).toBe(2)
  await page.context().close()
})

test('the desk without JavaScript: search, what surrounds a comment, a batch and its undo from the log', async ({
  server,
  stet,
  browser,
}) => {
  await sam(stet)
  const { slug } = await aPiece(stet, { title: 'A piece about ferries', text: 'The captain rings a bell.' })
  for (const body of [
    'One about the captain.',
    'Another about nothing at all.',
    'A third, of the captains.',
  ]) {
    await aComment(stet, { under: slug, body, name: 'Ottilie' })
  }
  const page = await atDesk(browser, server, SAM, { scripts: false })
  await page.locator('summary', { hasText: 'search and filter' }).click()
  await page.getByLabel('Words of the text or the name').fill('captain')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL(/q=captain/)
  await untilFound(page, page.url(), 2)
  await expect(page.getByLabel('Words of the text or the name')).toHaveValue('captain')
  await cardOf(page, 'One about').getByRole('link', { name: 'Author, thread and piece' }).click()
  await expect(page.getByText('The captain rings a bell.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The author here' })).toBeVisible()
  expect(await sideways(page)).toBe(0)
  await page.goBack()
  await page.getByLabel('Which comments').selectOption({ label: 'All that match (1,000 at once)' })
  await page.getByLabel('Several at once').getByRole('button', { name: 'Spam' }).click()
  await expect(page.getByText('Marked as spam.')).toBeVisible()
  await page.goto('/desk/log')
  await page.getByRole('button', { name: 'Undo all 2 of that click' }).first().click()
  await page.goto('/desk')
  await expect(page.getByRole('article')).toHaveCount(3)
  await page.context().close()
})
