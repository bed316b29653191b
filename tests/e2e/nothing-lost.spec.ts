import type { Page } from '@playwright/test'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { Chance } from '../support/chance'
import { expect, test } from '../support/fixtures'
import { storedPiece } from '../support/stored-piece'
import { openEditor, studioDevice } from '../support/studio-page'

/** More than is ever lost: what is older stands on the server or on the device. */
const YOUNG_MS = 2_000
/** `FUZZ_SECONDS=600 FUZZ_SEED=…` looks longer, or again. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 15)
const SEED = Number(process.env.FUZZ_SEED ?? 20_250_212)

const field = (page: Page) => page.getByLabel('Text', { exact: true })

test('typed at random while server, network and page die at random: nothing older than two seconds is lost', async ({
  server,
  stet,
  browser,
}) => {
  test.setTimeout((SECONDS + 300) * 1_000)
  const luck = new Chance(SEED)
  const by = await theOwner(stet)
  const { articleId } = await aPiece(stet, { by, title: 'Ropes', text: 'Begun.', state: 'draft' })
  const context = await studioDevice(browser, server)
  let page = await openEditor(context, articleId)
  let typed: { readonly word: string; readonly at: number }[] = []
  let n = 0
  const happened: string[] = []

  const type = async (): Promise<void> => {
    for (let words = 1 + luck.below(4); words > 0; words -= 1) {
      const word = `word${(n += 1)}`
      await field(page).press('Control+End')
      await field(page).pressSequentially(` ${word}`)
      typed.push({ word, at: Date.now() })
    }
  }
  const heal = async (): Promise<void> => {
    await context.setOffline(false)
    await server.restart()
  }
  /** The page is gone without a word; another one is opened, and goes on with whatever is found. */
  const crash = async (): Promise<void> => {
    const gone = page.waitForEvent('crash')
    const session = await context.newCDPSession(page)
    session.send('Page.crash').catch(() => {})
    await gone
    // Nothing can be asked of a browser's context while a page of it lies there crashed.
    await page.close()
    const at = Date.now()
    const safe = typed.filter((one) => at - one.at >= YOUNG_MS).map(({ word }) => word)
    await heal()
    page = await openEditor(context, articleId)
    const goOn = page.getByRole('button', { name: 'Go on with it' })
    const there = async () => new Set((await field(page).inputValue()).split(/\s+/))
    // What the device kept is asked for where something is missing without it.
    const lost = async () => {
      const words = await there()
      const missing = safe.filter((word) => !words.has(word))
      if (missing.length > 0 && (await goOn.isVisible())) await goOn.click()
      return missing
    }
    await expect.poll(lost, `seed ${SEED}: ${happened.join(', ')}`).toEqual([])
    // What was younger may be gone for good; what is there is there to stay.
    const words = await there()
    typed = typed.filter(({ word }) => words.has(word))
  }

  const acts: readonly (readonly [string, () => Promise<void>])[] = [
    ['offline', () => context.setOffline(true)],
    ['online', () => context.setOffline(false)],
    ['kill the server', () => server.kill9()],
    ['the server is back', () => server.restart()],
    ['crash', crash],
  ]
  const until = Date.now() + SECONDS * 1_000
  while (Date.now() < until) {
    await type()
    const [what, act] = acts[luck.below(acts.length * 2)] ?? []
    if (!act) continue
    happened.push(`${what ?? ''} after word ${n}`)
    await act()
  }
  await heal()
  await page.bringToFront()
  const missing = async () => {
    const stored = new Set((await storedPiece(stet, articleId)).text.split(/\s+/))
    return typed.map(({ word }) => word).filter((word) => !stored.has(word))
  }
  // A save that nobody answered is tried again half a minute later at most.
  await expect.poll(missing, { timeout: 60_000, message: `seed ${SEED}: ${happened.join(', ')}` }).toEqual([])
  expect((await storedPiece(stet, articleId)).hasConflict).toBe(false)
  await context.close()
})
