import { type Page, chromium } from '@playwright/test'
import type { Stet } from '../../lib/compose'
import { atDesk } from '../support/at-desk'
import { aClient } from '../support/builders/a-client'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { launchOptions } from '../support/browser'
import { clearDesk } from '../support/clear-desk'
import { composeBeside } from '../support/compose-beside'
import { startServer } from '../support/start-server'
import { differently } from './differently'
import { quantile } from './quantile'

const PASSWORD = 'a patient pencil in each hand'
const [ALONE, TOGETHER] = [100, 300]

export interface Hands {
  /** Milliseconds from a key until the next card has the focus and could be painted. */
  readonly next: { readonly p50: number; readonly p95: number; readonly max: number }
  /** Seconds that one moderator needs for a hundred items, a key each. */
  readonly hundred: number
  /** How many each of three decided about, and how often somebody was told that another was faster. */
  readonly shares: readonly number[]
  readonly conflicts: number
  /** Comments of those three with more or less than one decision. */
  readonly wrong: number
}

const write = async (stet: Stet, count: number): Promise<readonly string[]> => {
  const { slug } = await aPiece(stet, { title: `A piece that ${count} talk about` })
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const body = differently(`${count}`, n)
    ids.push((await aComment(stet, { under: slug, body, client: aClient(n % 250) })).commentId)
  }
  return ids
}

/** Notes how long it takes from a key until the next card has the focus and the browser comes to paint it. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const spent: number[] = []
    Object.assign(window, { spent })
    let from = 0
    window.addEventListener('keydown', () => (from = performance.now()), true)
    document.addEventListener('focusin', ({ target }) => {
      if (from === 0 || !(target instanceof Element) || !target.closest('[data-card], #queue')) return
      const began = from
      from = 0
      const channel = new MessageChannel()
      channel.port1.onmessage = () => spent.push(performance.now() - began)
      channel.port2.postMessage(0)
    })
  })

/** Moderators in real browsers: one alone, then three together. */
export const deskHands = async (): Promise<Hands> => {
  const server = await startServer()
  const beside = await composeBeside(server)
  const browser = await chromium.launch(launchOptions)
  try {
    const { stet } = beside
    const emails = ['ada', 'ben', 'cleo'].map((name) => `${name}@pencil.example`)
    for (const email of emails) await aUser(stet, { role: 'moderator', email, password: PASSWORD })
    await write(stet, ALONE)
    const alone = await atDesk(browser, server, { email: emails[0] ?? '', password: PASSWORD })
    await alone.locator('[data-card][data-mine]').first().waitFor()
    await listen(alone)
    const from = performance.now()
    await clearDesk(alone)
    const hundred = (performance.now() - from) / 1000
    const spent = await alone.evaluate(() => ('spent' in window ? (window.spent as number[]) : []))
    await alone.context().close()

    const ids = await write(stet, TOGETHER)
    const pages: Page[] = []
    for (const email of emails) pages.push(await atDesk(browser, server, { email, password: PASSWORD }))
    const done = await Promise.all(pages.map(clearDesk))
    const decisions = await stet.ports.commentStore.decisionsOnAll(ids)
    return {
      next: { p50: quantile(spent, 0.5), p95: quantile(spent, 0.95), max: Math.max(0, ...spent) },
      hundred,
      shares: done.map(({ decided }) => decided),
      conflicts: done.reduce((sum, one) => sum + one.conflicts, 0),
      wrong: ids.filter((id) => decisions.get(id)?.length !== 1).length,
    }
  } finally {
    await browser.close()
    await beside.close()
    await server.stop()
  }
}

export const handsPrinted = ({ next, hundred, shares, conflicts, wrong }: Hands): readonly string[] => [
  `next card after the key    p50 ${next.p50.toFixed(1).padStart(7)} ms  p95 ${next.p95.toFixed(1).padStart(7)} ms  max ${next.max.toFixed(1)} ms  < 50`,
  `${ALONE} items by keyboard     ${hundred.toFixed(1)} s  < 60`,
  `${TOGETHER} items by three moderators in browsers (${shares.join(' + ')}): ${conflicts} done twice, ${wrong} without exactly one decision  0`,
]
