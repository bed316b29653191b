#!/usr/bin/env node
// `node scripts/take-screenshots.mjs http://localhost:3000`: the pictures of the README anew, of a running `npm run demo`.
import './support/require-node.mjs'

const { main, say, Refusal } = await import('./support/say.mjs')
const { findBrowser } = await import('./support/browser.mjs')
const { at } = await import('./support/project.mjs')

const PIECE = '/articles/four-minutes-across-the-ferry-nobody-could-afford-to-close'
const WIDE = { width: 1200, height: 760 }
const PHONE = { width: 390, height: 760 }

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
  const picture = sharp(await page.screenshot()).png({ palette: true, effort: 10 })
  await picture.toFile(at(`docs/screenshots/${name}.png`))
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
    (await browser.newContext({ baseURL, viewport, colorScheme })).newPage()
  try {
    const page = await open(WIDE)
    await page.goto('/', { waitUntil: 'networkidle' })
    await shoot(page, 'front-page')
    await page.goto(PIECE, { waitUntil: 'networkidle' })
    await shoot(page, 'piece')
    await page.evaluate('document.querySelector(".comment").scrollIntoView(); scrollBy(0, -120)')
    await shoot(page, 'thread')
    const phone = await open(PHONE, 'dark')
    await phone.goto(PIECE, { waitUntil: 'networkidle' })
    await shoot(phone, 'phone-dark')
    const staff = await open(WIDE)
    await signIn(staff)
    await staff.goto('/desk', { waitUntil: 'domcontentloaded' })
    await staff.locator('article').first().waitFor()
    await shoot(staff, 'desk')
    await staff.goto('/studio')
    await staff
      .getByRole('link', { name: /Four minutes across/ })
      .first()
      .click()
    await staff.locator('.ProseMirror').first().waitFor()
    await shoot(staff, 'studio')
  } finally {
    await browser.close()
  }
})
