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

interface Typed {
  /** Milliseconds of each key: until what it set off was done, and of the frame after that. */
  readonly spent: readonly number[]
  readonly frames: readonly number[]
  readonly keys: number
  /** Of all JavaScript that the page loaded until it could be written in, compressed by gzip. */
  readonly scriptBytes: number
}

export interface Typing extends Pick<Typed, 'keys' | 'scriptBytes'> {
  /**
   * All the page has to do for a key: its handlers and what they set off, and then the frame that shows it (style,
   * layout, paint). Event Timing calls that processing and presentation; what is left out of it is only how long the
   * browser waits, with nothing to do, for the moment of its next frame.
   */
  readonly work: Latency
  /** Of that, the frame. */
  readonly frame: Latency
  /** The same with the waiting: from a key until the browser, as it comes, has shown it. Up to 16.7 ms are the screen's. */
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
  const shown = await type(place, first, [])
  const { keys, scriptBytes, spent, frames } = await type(place, second, [TELL_AT_ONCE])
  const whole = spent.map((handled, key) => handled + (frames[key] ?? 0))
  return { work: latency(whole), frame: latency(frames), shown: latency(shown.spent), keys, scriptBytes }
}

const latency = (values: readonly number[]): Latency => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
})

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
      const frames: number[] = []
      Object.assign(window, { spent, frames })
      let from = 0
      window.addEventListener('keydown', () => (from = performance.now()), true)
      // Behind whatever the key and the change it makes have to do, before the next frame.
      window.addEventListener('input', () => {}, true)
      document.addEventListener('keyup', () => {}, true)
      new MutationObserver(() => {
        if (from === 0) return
        const began = from
        from = 0
        const key = spent.push(0) - 1
        frames.push(0)
        const channel = new MessageChannel()
        channel.port1.onmessage = () => (spent[key] = performance.now() - began)
        channel.port2.postMessage(0)
        // Called when the frame begins; a message from there comes when it was painted.
        requestAnimationFrame(() => {
          const begun = performance.now()
          const painted = new MessageChannel()
          painted.port1.onmessage = () => (frames[key] = performance.now() - begun)
          painted.port2.postMessage(0)
        })
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
    const read = (name: string): Promise<number[]> => page.evaluate((of) => Reflect.get(window, of), name)
    const [spent, frames] = [await read('spent'), await read('frames')]
    return { spent, frames, keys: spent.length, scriptBytes }
  } finally {
    await browser.close()
  }
}
