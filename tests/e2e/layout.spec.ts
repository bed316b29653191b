import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { barriers, sideways } from '../support/barriers'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { expect, test } from '../support/fixtures'

test.use({ serverFor: 'file' })

/*
 * How pages are laid out, kept as boxes and colours of their landmarks instead of pictures: a change of the layout is
 * seen and a change of the browser's letters is not. After an intended change: UPDATE_LAYOUT=1 npx playwright test
 * tests/e2e/layout.spec.ts, and look at what became different.
 */

const REFERENCE = join(import.meta.dirname, 'references/layout.json')

/** Part of a page → its selector; those a page has not are left out. */
const LANDMARKS = {
  masthead: '.masthead',
  nameplate: '.nameplate',
  sections: '.masthead-nav',
  main: 'main',
  title: 'h1',
  lead: '.lead-title',
  row: '.row .row-title',
  margin: '.piece-margin',
  text: '.prose',
  conversation: '.conversation',
  comment: '.comment-text',
  field: '.search-form .input',
  footer: '.page-footer',
} as const

/** Where something begins and how wide it is, in CSS pixels; how tall it is and how far down follows from its words. */
interface Box {
  readonly x: number
  readonly width: number
}

interface Look {
  readonly page: string
  readonly ink: string
  readonly boxes: Readonly<Record<string, Box>>
}

const lookOf = (page: Page): Promise<Look> =>
  page.evaluate((landmarks) => {
    const boxes = Object.entries(landmarks).flatMap(([name, selector]) => {
      const box = document.querySelector(selector)?.getBoundingClientRect()
      return box ? [[name, { x: Math.round(box.x), width: Math.round(box.width) }] as const] : []
    })
    const { backgroundColor, color } = getComputedStyle(document.body)
    return { page: backgroundColor, ink: color, boxes: Object.fromEntries(boxes) }
  }, LANDMARKS)

/** What is different by more than letters can be. Widths of what is as wide as its words are given more room. */
const differences = (was: Look | undefined, is: Look): readonly string[] => {
  if (!was) return ['is new']
  const names = new Set([...Object.keys(was.boxes), ...Object.keys(is.boxes)])
  const moved = [...names].filter((name) => {
    const [before, after] = [was.boxes[name], is.boxes[name]]
    if (!before || !after) return true
    return (
      Math.abs(before.x - after.x) > 4 ||
      Math.abs(before.width - after.width) > Math.max(4, before.width * 0.06)
    )
  })
  return [
    ...moved.map(
      (name) => `${name}: ${JSON.stringify(was.boxes[name])} became ${JSON.stringify(is.boxes[name])}`,
    ),
    ...(was.page === is.page && was.ink === is.ink
      ? []
      : [`colours: ${was.page} ${was.ink} became ${is.page} ${is.ink}`]),
  ]
}

const furnish = async (stet: Stet) => {
  await aPiece(stet, { title: 'An earlier piece', tags: 'Boats', text: 'Shorter.' })
  const link =
    'See [the timetable](https://ferry.example/times) and [an earlier piece](/articles/an-earlier-piece).'
  const words = Array.from({ length: 6 }, () => 'The ferry keeps its own time. '.repeat(12))
  const text = [...words, link].join('\n\n')
  const piece = await aPiece(stet, {
    title: 'Four minutes across',
    dek: 'On the water.',
    tags: 'Boats',
    text,
  })
  await aComment(stet, { under: piece.slug, name: 'Ada', body: 'It takes five in winter.', then: 'approve' })
  return ['/', piece.path, '/tags/boats', '/archive', '/search?q=ferry', '/search', '/no-such-page']
}

/** Nothing to click, and where its links lead after them. */
const onPaper = async (page: Page, address: string): Promise<void> => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto(address)
  await expect(page.locator('.prose')).toBeVisible()
  await expect(page.locator('.comment-text')).toBeVisible()
  for (const screen of ['.masthead-nav', '.comment-form', '.comment-actions', '.related', 'stet-share'])
    await expect(page.locator(screen).first(), screen).toBeHidden()
  const after = await page
    .locator('.prose a')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content))
  expect(after).toEqual(['" (https://ferry.example/times)"', '" (/articles/an-earlier-piece)"'])
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(20, 24, 27)')
  await page.close()
}

test('pages are laid out as they were, on a telephone and on a desk, by day and by night', async ({
  server,
  stet,
  browser,
}) => {
  const paths = await furnish(stet)
  const seen: Record<string, Look> = {}
  for (const width of [390, 1_280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
      const page = await context.newPage()
      for (const path of paths) {
        await page.goto(server.url + path)
        await page.evaluate(() => document.fonts.ready.then(() => undefined))
        seen[`${path} ${width} ${colorScheme}`] = await lookOf(page)
      }
      await context.close()
    }
  }
  await onPaper(await browser.newPage(), server.url + (paths[1] ?? ''))
  if (process.env.UPDATE_LAYOUT === '1') {
    writeFileSync(REFERENCE, `${JSON.stringify(seen, null, 2)}\n`)
    return
  }
  const reference = JSON.parse(readFileSync(REFERENCE, 'utf8')) as Record<string, Look>
  const found = Object.entries(seen).flatMap(([where, look]) =>
    differences(reference[where], look).map((difference) => `${where}: ${difference}`),
  )
  expect(found).toEqual([])
})

const HEADINGS = ['Bridge', 'Construction', 'Responsibilities', 'Contractor', 'Maintenance']
const TABLE = `| ${HEADINGS.join(' | ')} |\n|${'---|'.repeat(HEADINGS.length)}\n| ${'Mill | '.repeat(HEADINGS.length)}`

/** The words that stand on more than one line. */
const broken = (page: Page): Promise<string[]> =>
  page.locator('.prose th').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const range = document.createRange()
      range.selectNodeContents(cell)
      return range.getClientRects().length > 1 ? [cell.textContent] : []
    }),
  )

test('a table wider than a telephone is moved in its own box, also by keyboard; on paper it fits', async ({
  server,
  stet,
  browser,
}) => {
  const { path } = await aPiece(stet, { title: 'Five columns', text: TABLE })
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await page.goto(server.url + path)
  const box = page.getByRole('group', { name: HEADINGS.join(', ') })
  const hidden = () => box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(await hidden()).toBeGreaterThan(40)
  expect(await sideways(page)).toBe(0)
  expect(await broken(page)).toEqual([])
  expect(await barriers(page, { strictly: true })).toEqual([])
  await box.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
  await page.emulateMedia({ media: 'print' })
  expect(await hidden()).toBe(0)
  await page.close()
})

test('what is wider than its text stays on the page whichever way that is written, and the rail is never read over it', async ({
  server,
  stet,
  browser,
}) => {
  const picture = (width: string) => `![a](/media/${'0'.repeat(26)}.jpg#${width})`
  const text = `نص قصير هنا.\n\n${picture('wide')}\n\n${picture('full')}\n\n${'نص قصير هنا.\n\n'.repeat(60)}`
  const rtl = await aPiece(stet, { title: 'مقال عريض', text, language: 'ar', direction: 'rtl' })
  const page = await browser.newPage({ viewport: { width: 1_280, height: 900 } })
  await page.goto(server.url + rtl.path)
  const sides = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { left, right } = element.getBoundingClientRect()
        return [Math.round(left), Math.round(right)]
      })
  const [sheetLeft, sheetRight] = await sides('.masthead')
  const [textLeft] = await sides('.prose')
  expect(await sides('.prose > [data-width="wide"]')).toEqual([textLeft, sheetRight])
  expect(await sides('.prose > [data-width="full"]')).toEqual([sheetLeft, sheetRight])
  const onTop = () =>
    page
      .locator('.piece-margin a')
      .first()
      .evaluate((link) => {
        const { x, y, height } = link.getBoundingClientRect()
        return link.contains(document.elementFromPoint(x + 2, y + height / 2))
      })
  await page.locator('.prose > [data-width="full"]').evaluate((figure) => {
    // As tall as a photograph, and where the rail stands.
    const filler = document.createElement('div')
    figure.prepend(filler)
    filler.style.height = '600px'
    scrollTo(0, scrollY + figure.getBoundingClientRect().top)
  })
  expect(await onTop()).toBe(false)
  await page.locator('.piece-margin a').first().focus()
  expect(await onTop()).toBe(true)
  await page.close()
})

test('a phone’s home screen gets name, colours and icons that are there', async ({ server, request }) => {
  const page = await (await request.get('/')).text()
  expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest"')
  const answer = await request.get('/manifest.webmanifest')
  expect(answer.headers()['content-type']).toBe('application/manifest+json; charset=utf-8')
  const { name, icons } = (await answer.json()) as { name: string; icons: { src: string }[] }
  expect(name).not.toBe('')
  for (const { src } of icons) expect((await request.get(server.url + src)).status()).toBe(200)
})
