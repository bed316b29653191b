import type { Page } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { barriers, sideways } from '../support/barriers'
import { aComment } from '../support/builders/a-comment'
import { aDecision } from '../support/builders/a-decision'
import { type Piece, aPiece } from '../support/builders/a-piece'
import { must } from '../support/builders/must'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { islandOf } from '../support/island'

test.use({ serverFor: 'file' })

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3)
const WAITS = 'These words wait for a moderator.'

interface Thread {
  readonly piece: Piece
  /** One below the other, from the root at depth 0 to depth 11. */
  readonly chain: readonly string[]
  /** Oldest first; the chain's root is none of them. */
  readonly roots: readonly string[]
  /** Replies of the oldest root, oldest first. */
  readonly replies: readonly string[]
  readonly hidden: string
}

/** A thread with more of everything than one page shows. */
const furnished = async (stet: Stet): Promise<Thread> => {
  const piece = await aPiece(stet, { title: 'Four minutes across', text: 'It sails.' })
  const post = async (body: string, to?: string, name = 'Reader'): Promise<string> => {
    const { commentId } = await aComment(stet, { under: piece.slug, to, body, name, then: 'approve' })
    return commentId
  }
  const chain: string[] = []
  for (let depth = 0; depth < 12; depth += 1) {
    const name = depth % 2 === 0 ? `ليلى ${depth}` : LONG_WORD.slice(0, 80)
    chain.push(await post(`Depth ${depth}. ${LONG_WORD}`, chain.at(-1), name))
  }
  const roots: string[] = []
  for (let n = 0; n < 22; n += 1) roots.push(await post(`Root ${n}.`))
  const replies: string[] = []
  for (let n = 0; n < 25; n += 1) replies.push(await post(`Reply ${n}.`, roots[0]))
  const { commentId: hidden } = await aComment(stet, { under: piece.slug, body: WAITS })
  return { piece, chain, roots, replies, hidden }
}

const made = new WeakMap<Stet, Promise<Thread>>()
/** The same for all stories of this file: the last of them is the one that changes it. */
const furnish = (stet: Stet): Promise<Thread> => {
  const thread = made.get(stet) ?? furnished(stet)
  made.set(stet, thread)
  return thread
}

const bodies = (page: Page): Promise<string[]> =>
  page.locator('.thread > .comment > .comment-body > .comment-text').allTextContents()
/** What stands on top of the thread from a place on, or all of it: a link was followed, and its page comes in parts. */
const shows = (page: Page, wanted: readonly string[], from?: number): Promise<void> =>
  expect
    .poll(async () => {
      const all = await bodies(page)
      return from === undefined ? all : all.slice(from, from + wanted.length)
    })
    .toEqual(wanted)
const comment = (page: Page, id: string) => page.locator(`#comment-${id}`)
const inSight = (page: Page, id: string): Promise<boolean> =>
  comment(page, id).evaluate((element) => {
    const { top } = element.getBoundingClientRect()
    return top >= 0 && top < window.innerHeight
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader sorts, reads on, reads a branch, follows links to comments, and sees nothing that waits', async ({
    page,
    stet,
    server,
  }) => {
    const { piece, chain, roots, replies, hidden } = await furnish(stet)
    const newestFirst = Array.from({ length: 22 }, (_, n) => `Root ${21 - n}.`)

    await page.goto(piece.path)
    await expect(page.locator('#comments-title')).toHaveText('Comments 59')
    await shows(page, newestFirst.slice(0, 20))
    await expect(page.locator('.thread-sort [aria-current]')).toHaveText('Newest')

    await page.getByRole('link', { name: 'Load More Comments' }).click()
    await shows(page, ['Root 1.', 'Root 0.'], 0)
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, follow')
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', server.url + piece.path)
    await expect(page.getByRole('link', { name: 'Load More Comments' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Back to the newest comments' }).click()
    await shows(page, newestFirst.slice(0, 20))

    await page.getByRole('link', { name: 'Most discussed' }).click()
    await expect(page).toHaveURL(({ searchParams }) => searchParams.get('sort') === 'discussed')
    await shows(page, ['Root 0.'], 0)
    await page.getByRole('link', { name: 'Oldest' }).click()
    await expect(page.locator('.thread-sort [aria-current]')).toHaveText('Oldest')
    await shows(page, ['Root 0.', 'Root 1.'], 1)
    await expect(page.locator('meta[name=robots]')).toHaveCount(0)

    const first = comment(page, roots[0] ?? '')
    await expect(first.locator('> .replies > .comment')).toHaveCount(3)
    await first.locator('> .replies-more > a').click()
    await expect(page).toHaveURL(({ hash }) => hash === `#comment-${roots[0]}`)
    await expect(page.getByRole('link', { name: 'Back to all comments' })).toBeVisible()
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, follow')
    const shown = page.locator(`#comment-${roots[0]} > .replies > .comment > .comment-body > .comment-text`)
    await expect(shown).toHaveText(Array.from({ length: 20 }, (_, n) => `Reply ${n + 3}.`))
    await page.getByRole('link', { name: 'Load More Replies' }).click()
    await expect(shown).toHaveText(['Reply 23.', 'Reply 24.'])
    await page.getByRole('link', { name: 'Back to the first replies' }).click()
    await expect(comment(page, replies[0] ?? '')).toBeVisible()

    for (const id of [...chain, roots[0], roots[10], replies[0], replies[24]]) {
      await page.goto(`/comments/${id}`)
      expect(new URL(page.url()).hash).toBe(`#comment-${id}`)
      await expect(comment(page, id ?? '')).toHaveCount(1)
      await expect.poll(() => inSight(page, id ?? '')).toBe(true)
    }
    await page.goto(`/comments/${chain[10]}`)
    const trail = await page.locator('.trail-text').allTextContents()
    expect(trail.map((text) => /^Depth (\d+)/.exec(text)?.[1])).toEqual(['5', '6', '7', '8', '9'])
    await expect.poll(() => inSight(page, chain[9] ?? '')).toBe(true)
    await page.getByRole('link', { name: 'More above' }).click()
    await expect(comment(page, chain[5] ?? '')).toBeVisible()

    const [never, waiting] = await Promise.all(
      [stet.ports.ids.random(), hidden].map((id) => page.request.get(`/comments/${id}`)),
    )
    expect([never?.status(), waiting?.status()]).toEqual([404, 404])
    expect(await waiting?.text()).toBe(await never?.text())
    for (const query of ['', '?sort=oldest', '?sort=discussed', `?branch=${roots[0]}`]) {
      expect(await (await page.request.get(piece.path + query)).text()).not.toContain(WAITS)
    }
    expect((await page.request.get(`${piece.path}?branch=${hidden}`)).status()).toBe(404)
  })

  test('machines are told the comments at the top of the canonical page, and no others', async ({
    page,
    stet,
  }) => {
    const { piece, roots } = await furnish(stet)
    const factsOf = async (path: string): Promise<Record<string, unknown>> => {
      await page.goto(path)
      // Playwright matches no text within scripts: the blocks are told apart by what they say.
      const blocks = await page.locator('script[type="application/ld+json"]').allTextContents()
      const articles = blocks
        .map((text) => JSON.parse(text) as Record<string, unknown>)
        .filter((block) => block['@type'] === 'Article')
      expect(articles, path).toHaveLength(1)
      return articles[0] ?? {}
    }
    const facts = await factsOf(piece.path)
    expect(facts.commentCount).toBe(59)
    expect(facts.comment).toHaveLength(20)
    expect(JSON.stringify(facts.comment)).toContain(`#comment-${roots[21]}`)
    expect(JSON.stringify(facts)).not.toContain(WAITS)
    expect(await factsOf(`${piece.path}?branch=${roots[0]}`)).not.toHaveProperty('comment')
    expect(await factsOf(`${piece.path}?sort=oldest`)).not.toHaveProperty('comment')
  })

  test("a moderator's pick stands above the thread until it is taken away", async ({
    page,
    stet,
    server,
    browser,
  }) => {
    const { piece } = await furnish(stet)
    const staff = await browser.newPage({ baseURL: server.url, javaScriptEnabled: false })
    await staff.goto('/login?next=/desk%3Ftab%3Dapproved')
    await staff.getByLabel('Email').fill('owner@pencil.example')
    await staff.getByLabel('Password').fill('the blue end and the red one')
    await staff.getByRole('button', { name: 'Sign in' }).click()
    const top = staff.locator('[data-card]').first()
    const id = await top.getAttribute('data-card')
    await top.getByRole('button', { name: 'Pick' }).click()
    await expect(staff.locator(`[data-card="${id}"]`).getByRole('button', { name: 'Unpick' })).toBeVisible()
    await page.goto(piece.path)
    const picked = page.locator('.thread-pick')
    await expect(picked).toHaveCount(1)
    await expect(picked).toContainText("Moderator's pick")
    await picked.getByRole('link', { name: 'Read it in the conversation' }).click()
    await expect(page).toHaveURL(({ hash }) => hash === `#comment-${id}`)
    await staff.locator(`[data-card="${id}"]`).getByRole('button', { name: 'Unpick' }).click()
    await expect(staff.locator(`[data-card="${id}"]`).getByRole('button', { name: 'Unpick' })).toHaveCount(0)
    await page.goto(piece.path)
    await expect(picked).toHaveCount(0)
    await staff.close()
  })
})

test('the thread at any depth: no wider than a small phone, and accessible in light and dark', async ({
  stet,
  server,
  browser,
}) => {
  const { piece, chain, roots } = await furnish(stet)
  const owner = await theOwner(stet)
  const pick = { commentId: roots[21] ?? '', pick: 'pick' } as const
  await must('pick', stet.moderation.feature(owner, pick))
  await aDecision(stet, { on: roots[20] ?? '', move: 'reject' })
  const pages = [piece.path, `${piece.path}?branch=${chain[10]}`, `${piece.path}/respond?to=${chain[10]}`]
  const deep = [`${piece.path}?sort=oldest`, `${piece.path}?branch=${chain[3]}`]
  const found: string[] = []
  for (const javaScriptEnabled of [false, true]) {
    const viewport = { width: 320, height: 640 }
    const context = await browser.newContext({ javaScriptEnabled, viewport, baseURL: server.url })
    for (const path of [...pages, ...deep]) {
      const page = await context.newPage()
      await page.goto(path)
      if (javaScriptEnabled) await islandOf(page)
      const where = `${path}${javaScriptEnabled ? '' : ' (no JavaScript)'}`
      const wide = await sideways(page)
      if (wide > 0) found.push(`${where}: ${wide} px too wide`)
      // Axe is a script itself.
      const axe = javaScriptEnabled && pages.includes(path) ? await barriers(page) : []
      found.push(...axe.map((barrier) => `${where}: ${barrier}`))
      await page.close()
    }
    await context.close()
  }
  expect(found).toEqual([])
})
