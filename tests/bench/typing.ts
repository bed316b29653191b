import { chromium } from '@playwright/test'
import { setTimeout as sleep } from 'node:timers/promises'
import { launchOptions } from '../support/browser'
import { persona } from '../support/persona'
import { quantile } from './quantile'

/** A key held down, thirty times a second: nobody types faster, and what comes faster waits for itself. */
const KEY_MS = 33

/**
 * After a key Chromium holds a page's own messages back until its next picture, sixty a second: a message then tells
 * when that picture was, and up to 16.7 ms of it are nothing but waiting. Switched off, it tells when the work was done.
 */
const TELL_AT_ONCE = '--disable-features=DeferRendererTasksAfterInput'

interface Latency {
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
}

interface Typed extends Latency {
  readonly keys: number
  /** Of all JavaScript that the page loaded until it could be written in, compressed by gzip. */
  readonly scriptBytes: number
}

export interface Typing extends Pick<Typed, 'keys' | 'scriptBytes'> {
  /** From a key to the end of the work it caused, in the page. */
  readonly work: Latency
  /** From a key until the browser, as it comes, has shown it. */
  readonly shown: Latency
}

interface Place {
  readonly url: string
  /** Two long pieces: whoever opens one anew while it is still held can only read it. */
  readonly articleIds: readonly [string, string]
  readonly who: { readonly email: string; readonly password: string }
  readonly keys: number
}

/** Types in the middle of a piece, in a real browser: what each key costs the page until it can paint again. */
export const measureTyping = async (place: Place): Promise<Typing> => {
  const [first, second] = place.articleIds
  const { p50, p95 } = await type(place, first, [])
  const { keys, scriptBytes, ...work } = await type(place, second, [TELL_AT_ONCE])
  return { work, shown: { p50, p95 }, keys, scriptBytes }
}

const type = async (
  { url, who, keys }: Place,
  articleId: string,
  args: readonly string[],
): Promise<Typed> => {
  const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, ...args] })
  try {
    const { cookies } = await persona(url).signIn(who.email, who.password)
    const context = await browser.newContext({
      baseURL: url,
      extraHTTPHeaders: { 'accept-encoding': 'gzip' },
    })
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
    const page = await context.newPage()
    await page.goto(`/studio/${articleId}`)
    const text = page.locator('.writing-text')
    await text.waitFor()
    const scriptBytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming && /\.m?js$/.test(entry.name))
        .reduce(
          (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
          0,
        ),
    )
    await text.locator('> p').nth(100).click()
    await page.evaluate(() => {
      const spent: number[] = []
      Object.assign(window, { spent })
      let from = 0
      window.addEventListener('keydown', () => (from = performance.now()), true)
      // Behind whatever the key and the change it makes have to do, before the next frame.
      window.addEventListener('input', () => {}, true)
      document.addEventListener('keyup', () => {}, true)
      new MutationObserver(() => {
        if (from === 0) return
        const began = from
        from = 0
        const channel = new MessageChannel()
        channel.port1.onmessage = () => spent.push(performance.now() - began)
        channel.port2.postMessage(0)
      }).observe(document.querySelector('.writing-text') ?? document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      })
    })
    for (let key = 0; key < keys; key += 1) {
      const next = sleep(KEY_MS)
      await page.keyboard.press(key % 6 === 5 ? 'Space' : 'a')
      await next
    }
    const spent: number[] = await page.evaluate(() => Reflect.get(window, 'spent'))
    return { p50: quantile(spent, 0.5), p95: quantile(spent, 0.95), keys: spent.length, scriptBytes }
  } finally {
    await browser.close()
  }
}
