import type { BrowserContext, Page } from '@playwright/test'
import { HtmlValidate, type Report } from 'html-validate'
import type { Stet } from '../../lib/compose'
import { ANONYMOUS } from '../../lib/kernel/actor'
import { barriers } from '../support/barriers'
import { aClient } from '../support/builders/a-client'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { must } from '../support/builders/must'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { signedIn } from '../support/signed-in'

test.use({ serverFor: 'file' })

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4)

const VIDEO = '::video{url="https://youtu.be/abcdefghijk" title="How a lock works"}'

/** A publication with something of everything: long words, four levels and deeper, both directions, a queue. */
const furnish = async (stet: Stet) => {
  const owner = await theOwner(stet)
  const piece = await aPiece(stet, {
    title: 'A piece with everything',
    tags: `Boats, ${LONG_WORD.slice(0, 40)}`,
    dek: 'And a standfirst.',
    series: 'Parts',
    notes: `Correction: ${LONG_WORD}\nOpen again.`,
    text: `Words.\n\n## A heading\n\n> Quoted.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\`\`\`\nlet code = "${LONG_WORD}"\n\`\`\`\n\n${VIDEO}\n\n${LONG_WORD}`,
  })
  const arabic = { title: 'مقال قصير', text: 'نص قصير هنا.', language: 'ar', direction: 'rtl' } as const
  await aPiece(stet, { ...arabic, translationOf: piece.slug, series: 'Parts' })
  let to: string | undefined
  for (let depth = 0; depth < 7; depth += 1) {
    const name = depth % 2 === 0 ? '' : `Reader ${LONG_WORD}`.slice(0, 80)
    const { commentId } = await aComment(stet, {
      under: piece.slug,
      to,
      name,
      body: LONG_WORD,
      then: 'approve',
    })
    to = commentId
  }
  const report = { commentId: to ?? '', reason: 'rude' as const, note: LONG_WORD }
  await must('report', stet.comments.report(ANONYMOUS, report, aClient()))
  await aComment(stet, { under: piece.slug, body: 'تعليق ينتظر', name: 'ليلى' })
  await aComment(stet, {
    under: piece.slug,
    body: 'Cheap pills http://a.example http://b.example http://c.example',
  })
  const gone = await aPiece(stet, { title: 'Taken down' })
  const { articleId, version } = gone
  await must('unpublish', stet.articles.changeStatus(owner, { articleId, version, move: 'unpublish' }))
  const [author] = await stet.articles.authors()
  const byline = author?.path.split('/').at(-1) ?? ''
  const waiting = await aComment(stet, { under: piece.slug, body: LONG_WORD, name: LONG_WORD.slice(0, 80) })
  const key = waiting.author.kind === 'guest' ? `guest:${waiting.author.guestId}` : ''
  await must('note', stet.people.note(owner, { person: key, note: LONG_WORD }))
  await must(
    'ban',
    stet.people.take(owner, {
      person: key,
      kind: 'ban',
      targets: ['person', 'address'],
      ...{ reason: LONG_WORD, note: LONG_WORD },
      ...{ days: null, rejectWaiting: false },
    }),
  )
  const person = `/desk/people/${key.replace(':', '-')}`
  return { piece, gone, to: to ?? '', byline, person, held: `/desk/comments/${waiting.commentId}` }
}

const OWNER = { email: 'owner@pencil.example', password: 'the blue end and the red one' }
const SMALL = { width: 320, height: 640 }

/** What the browser complains about, and whom the page talks to. */
const overhear = (page: Page, origin: string): string[] => {
  const heard: string[] = []
  page.on('console', (message) => {
    // An error page is an error page: its own status is no complaint.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      heard.push(`asks ${request.url()}`)
  })
  return heard
}

/** The innermost things that stick out, when the page can be moved sideways. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const sticksOut = (element: Element): boolean => element.getBoundingClientRect().right > clientWidth + 1
    return [...document.body.querySelectorAll('*')]
      .filter((element) => sticksOut(element) && ![...element.children].some(sticksOut))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  })

/** The rules of HTML itself, as its living standard has them: a judge of another author. */
const complaints = new HtmlValidate({ root: true, extends: ['html-validate:standard'] })
const wordsOf = ({ results }: Report): string[] =>
  results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  )

/** What stands in the bytes a reader gets: no script but the island, no cookie, HTML that is well made. */
const lookAt = async (origin: string, path: string): Promise<void> => {
  const answer = await fetch(origin + path)
  const html = await answer.text()
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  const unexpected = scripts.filter(
    (tag) => !tag.includes('application/ld+json') && !/src="\/islands\/[\w-]+\.js"/.test(tag),
  )
  expect(unexpected, path).toEqual([])
  expect(await complaints.validateString(html).then(wordsOf), path).toEqual([])
  expect(html, path).not.toContain('__next_f')
  expect(html, path).not.toMatch(/\son\w+=|style="/)
  expect(answer.headers.getSetCookie(), path).toEqual([])
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy, path).toContain("script-src 'self'")
  expect(policy, path).not.toMatch(/unsafe|nonce|\*/)
}

test('every page: quiet, first-party, accessible, no wider than a small phone; for readers without scripts or cookies', async ({
  server,
  stet,
  browser,
}) => {
  test.setTimeout(600_000)
  const { piece, gone, to, byline, person, held } = await furnish(stet)
  const readers = [
    '/',
    '/tags',
    '/tags/boats',
    '/series',
    '/series/parts',
    '/authors',
    `/authors/${byline}`,
    '/archive',
    '/search',
    '/search?q=words',
    '/search?q=nothingatall',
    '/guidelines',
    '/transparency',
    `/archive/${new Date().getUTCFullYear()}`,
    piece.path,
    `${piece.path}/respond?to=${to}`,
    `${piece.path}/mine`,
    `/comments/${to}/report`,
    gone.path,
    '/no-such-page',
    '/login',
    '/login/code',
  ]
  const staff = [
    '/desk',
    '/desk?tab=approved',
    '/desk?tab=reported',
    held,
    '/desk/people',
    person,
    '/desk/log',
    '/desk/statistics',
    '/studio',
    `/studio/${piece.articleId}`,
    '/settings',
    '/settings/appearance',
    '/settings/comments',
    '/settings/reasons',
    '/settings/checks',
    '/settings/words',
    '/settings/learner',
    '/settings/try',
    '/settings/people',
    '/account',
    '/account/second-step',
    '/account/passkeys',
  ]
  const found: string[] = []
  const examine = async (context: BrowserContext, paths: readonly string[]): Promise<void> => {
    const page = await context.newPage()
    await page.setViewportSize(SMALL)
    const heard = overhear(page, server.url)
    for (const path of paths) {
      await page.goto(server.url + path, { waitUntil: 'load' })
      for (const element of await outside(page)) found.push(`${path}: ${element} sticks out`)
      for (const barrier of await barriers(page)) found.push(`${path}: ${barrier}`)
      found.push(...heard.splice(0).map((complaint) => `${path}: ${complaint}`))
    }
    await context.close()
  }
  const [guest, owner] = [await browser.newContext(), await signedIn(browser, server, OWNER)]
  await Promise.all([examine(guest, readers), examine(owner, staff)])
  expect(found).toEqual([])
  const plain = [
    '/',
    '/tags',
    '/tags/boats',
    '/search?q=words',
    '/series/parts',
    '/authors',
    '/archive',
    '/guidelines',
    '/transparency',
    piece.path,
    '/articles/مقال-قصير',
    `${piece.path}/respond`,
    `${piece.path}/mine`,
    `/comments/${to}/report`,
    gone.path,
    '/no-such-page',
  ]
  for (const path of plain) await lookAt(server.url, path)
})

test('a video asks nobody for anything before a reader wants it, and then plays in its place', async ({
  server,
  stet,
  page,
}) => {
  const { path } = await aPiece(stet, { title: 'At the lock', text: VIDEO })
  const asked: string[] = []
  await page.route(/youtube/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<h1>Playing</h1>' })
  })
  const heard = overhear(page, server.url)
  await page.goto(server.url + path)
  await expect(page.getByRole('link', { name: /How a lock works/ })).toHaveAttribute('href', /youtu\.be/)
  const play = page.getByRole('button', { name: 'Play here' })
  await expect(play).toBeVisible()
  expect([asked, heard]).toEqual([[], []])
  await play.click()
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Playing' })).toBeVisible()
  expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1'])
  const elsewhere = await fetch(server.url)
  expect(elsewhere.headers.get('content-security-policy')).not.toContain('youtube')
})
