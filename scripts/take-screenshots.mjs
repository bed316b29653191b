#!/usr/bin/env node
// `node scripts/take-screenshots.mjs http://localhost:3000`: the pictures of the README anew, of a running `npm run demo`.
import './support/require-node.mjs'

const { main, say, Refusal } = await import('./support/say.mjs')
const { findBrowser } = await import('./support/browser.mjs')
const { at } = await import('./support/project.mjs')

const PIECE = '/articles/four-minutes-across-the-ferry-nobody-could-afford-to-close'
const ARABIC = `/articles/${encodeURIComponent('المدّ-الذي-علّمني-الانتظار')}`
const WIDE = { width: 1200, height: 760 }
const PHONE = { width: 390, height: 780 }
/** Enough for screens with small dots, at a third of the bytes of PNG. */
const SHARP = 1.5

/** As the demo's seed prints them. */
const OWNER = { email: 'owner@slackwater.example', password: 'demo owner 1872' }

const signIn = async (page) => {
  await page.goto('/login')
  await page.locator('input[name=email]').fill(OWNER.email)
  await page.locator('input[name=password]').fill(OWNER.password)
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL((url) => url.pathname !== '/login')
}

const shoot = async (page, name) => {
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const { default: sharp } = await import('sharp')
  await sharp(await page.screenshot())
    .webp({ quality: 82, effort: 6 })
    .toFile(at(`docs/screenshots/${name}.webp`))
  say(name)
}

await main(async () => {
  const [baseURL] = process.argv.slice(2)
  if (!baseURL)
    throw new Refusal(
      'Name the address of a running demo: node scripts/take-screenshots.mjs http://localhost:3000',
    )
  const { chromium } = await import('@playwright/test')
  const found = await findBrowser({ mayInstall: false })
  const browser = await chromium.launch({
    executablePath: found?.path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const open = async (viewport, colorScheme = 'light') =>
    (await browser.newContext({ baseURL, viewport, colorScheme, deviceScaleFactor: SHARP })).newPage()
  const shootStaff = async (colorScheme, name) => {
    const staff = await open(WIDE, colorScheme)
    await signIn(staff)
    await staff.goto('/desk', { waitUntil: 'domcontentloaded' })
    await staff.locator('article').first().waitFor()
    // Where a check has marked what it found.
    await staff.locator('article', { hasText: 'boats with a propeller' }).evaluate((card) => {
      card.scrollIntoView()
      card.ownerDocument.defaultView.scrollBy(0, -24)
    })
    await shoot(staff, name('desk'))
    await staff.goto('/studio')
    await shoot(staff, name('studio'))
    await staff
      .getByRole('link', { name: /Four minutes across/ })
      .first()
      .click()
    await staff.locator('.ProseMirror').first().waitFor()
    await shoot(staff, name('sheet'))
    // Lets go of the piece: the next one to open it would be told that somebody is writing.
    await staff.goto('/studio')
  }
  try {
    for (const colorScheme of ['light', 'dark']) {
      const name = (view) => (colorScheme === 'dark' ? `${view}-dark` : view)
      const page = await open(WIDE, colorScheme)
      await page.goto('/', { waitUntil: 'networkidle' })
      await shoot(page, name('front-page'))
      await page.goto(PIECE, { waitUntil: 'networkidle' })
      // The first page does without our italics; from the next one on they are there (decision 50).
      await page.reload({ waitUntil: 'networkidle' })
      await shoot(page, name('piece'))
      await page.goto(`${PIECE}?sort=discussed`, { waitUntil: 'networkidle' })
      await page.evaluate('document.querySelector(".comment").scrollIntoView(); scrollBy(0, -120)')
      await shoot(page, name('thread'))
      await shootStaff(colorScheme, name)
    }
    const phone = await open(PHONE, 'dark')
    await phone.goto(ARABIC, { waitUntil: 'networkidle' })
    await shoot(phone, 'phone-dark')
  } finally {
    await browser.close()
  }
})
