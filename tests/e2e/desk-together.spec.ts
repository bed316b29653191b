import type { Page } from '@playwright/test'
import { atDesk } from '../support/at-desk'
import { aClient } from '../support/builders/a-client'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { clearDesk } from '../support/clear-desk'
import { expect, test } from '../support/fixtures'
import { persona, snapshot } from '../support/persona'

const PASSWORD = 'a patient pencil in each hand'
/** Three hundred are a line of the bench (`npm run bench -- --only desk`); fewer show the same. */
const ITEMS = 36
const WORDS = 'harbour bell rope tide ferry lamp quay chart stone gull net oar mast fog pier salt'.split(' ')
/** Texts that are no flood. */
const textOf = (n: number): string =>
  Array.from(
    { length: 12 },
    (_, at) => WORDS[(n * 7 + at * at * 3 + ((n >> (at % 4)) % 5)) % WORDS.length],
  ).join(' ') + ` ${n} ${String(n * 7_919).repeat(4)}`

test('three moderators clear the queue together, and nobody does what another has done', async ({
  server,
  stet,
  browser,
}) => {
  const piece = await aPiece(stet, { title: 'A piece that many talk about' })
  const ids: string[] = []
  for (let n = 0; n < ITEMS; n += 1) {
    const { commentId } = await aComment(stet, {
      under: piece.slug,
      body: textOf(n),
      client: aClient(n % 200),
    })
    ids.push(commentId)
  }
  const people = ['Ada Lind', 'Ben Okoro', 'Cleo Marsh'].map((name, n) => ({
    ...{ name, email: `moderator${n}@pencil.example`, password: PASSWORD },
  }))
  for (const one of people) await aUser(stet, { ...one, role: 'moderator' })
  await aUser(stet, { name: 'Wim', email: 'writer@pencil.example', password: PASSWORD, role: 'writer' })
  const stranger = persona(server.url)
  const writer = await stranger.signIn('writer@pencil.example', PASSWORD)
  for (const [who, status] of [
    [stranger, 401],
    [writer, 403],
  ] as const) {
    expect((await snapshot(who, '/desk/live')).status).toBe(status)
    const claim = { stream: ids[0] ?? '', cards: ids[0] ?? '' }
    expect((await snapshot(who, '/desk/claims', { form: claim })).status).toBe(403)
    expect((await snapshot(who, `/desk/comments/${ids[0]}.json`)).status).toBe(403)
  }

  const pages: Page[] = []
  for (const { email } of people) pages.push(await atDesk(browser, server, { email, password: PASSWORD }))
  const [first, second] = pages as [Page, Page, Page]

  // Who is here, and what they have in hand.
  await expect(first.locator('[data-colleagues]')).toHaveText('With you: Ben Okoro, Cleo Marsh')
  await expect(first.locator('[data-card][data-mine]').first()).toBeVisible()
  await expect(second.getByText('Ada Lind has this in hand.').first()).toBeVisible()

  // What one decides leaves the other's page by itself, and the numbers follow.
  const card = first.locator('[data-card][data-mine]').first()
  const name = await card.getAttribute('data-card')
  await expect(second.locator(`[data-card="${name}"]`)).toBeVisible()
  await card.getByRole('button', { name: 'Reject', exact: true }).click()
  const decidedAt = Date.now()
  await expect(second.locator(`[data-card="${name}"]`)).toHaveCount(0)
  const goneAfter = Date.now() - decidedAt
  await expect(second.getByRole('link', { name: /^Waiting/ })).toContainText(String(ITEMS - 1))
  await expect(second.getByRole('link', { name: /^Rejected/ })).toContainText('1')
  await expect(second.getByText(/^Ada Lind rejected the comment by/).first()).toBeVisible()

  const from = Date.now()
  const done = await Promise.all(pages.map(clearDesk))
  const decisions = [...(await stet.ports.commentStore.decisionsOnAll(ids)).values()].map(
    ({ length }) => length,
  )
  const conflicts = done.reduce((sum, one) => sum + one.conflicts, 0)
  const by = done.map(({ decided }) => decided).join(' + ')
  process.stdout.write(
    `${ITEMS} items by three moderators (${by}) in ${Date.now() - from} ms, ${conflicts} done twice; a decided card left the others' desks after ${goneAfter} ms\n`,
  )
  expect(conflicts).toBe(0)
  expect(decisions).toEqual(ids.map(() => 1))
  expect(done.reduce((sum, one) => sum + one.decided, 0)).toBe(ITEMS - 1)
  await Promise.all(pages.map((page) => page.context().close()))
})
