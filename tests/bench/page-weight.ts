import { type Response, chromium } from '@playwright/test'
import { launchOptions } from '../support/browser'
import { record } from './bare-server'

/** What a page costs who opens it for the first time. Bytes as they go over the wire, Brotli where that is spoken. */
export interface PageWeight {
  readonly html: number
  /** The same with its headers: what a slow line waits for before anything else. */
  readonly answer: number
  readonly css: number
  /** The island, with the parts that come once the page is there; nothing of the page needs it. */
  readonly script: number
  readonly preloadedFonts: number
  /** Until the load event, without favicon, the reader's own comments and the live stream. */
  readonly requests: readonly string[]
}

const NOT_COUNTED = /^\/favicon|\/(mine\.json|live|live\.json|typing)$|^\/apple-touch-icon/

const bytesOf = async (url: string): Promise<number> => {
  const { body } = await record(url, { headers: { 'accept-encoding': 'br' } })
  return Buffer.from(body, 'base64').length
}

/** As the browser counts them. */
const answerOf = async (response: Response | null): Promise<number> => {
  const { responseHeadersSize = 0, responseBodySize = 0 } = (await response?.request().sizes()) ?? {}
  return responseHeadersSize + responseBodySize
}

const sum = async (addresses: readonly string[]): Promise<number> =>
  (await Promise.all(addresses.map(bytesOf))).reduce((total, bytes) => total + bytes, 0)

/** These modules and all that they load, at once or later, each once. */
const withParts = async (
  addresses: readonly string[],
  known = new Set(addresses),
): Promise<readonly string[]> => {
  for (const address of addresses) {
    const code = await (await fetch(address)).text()
    const parts = [...code.matchAll(/["'](\.\/[\w.-]+\.js)["']/g)].map(
      ([, part = '']) => new URL(part, address).href,
    )
    const unknown = [...new Set(parts)].filter((part) => !known.has(part))
    for (const part of unknown) known.add(part)
    await withParts(unknown, known)
  }
  return [...known]
}

/** Opens the page in a browser of its own. */
export const weighPage = async (url: string): Promise<PageWeight> => {
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await browser.newPage()
    const asked: { readonly path: string; readonly type: string; readonly url: string }[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (!NOT_COUNTED.test(pathname)) {
        asked.push({ path: pathname, type: request.resourceType(), url: request.url() })
      }
    })
    const response = await page.goto(url, { waitUntil: 'load' })
    const untilLoad = [...asked]
    const of = (type: string): readonly string[] =>
      untilLoad.filter((request) => request.type === type).map((request) => request.url)
    return {
      html: await bytesOf(url),
      answer: await answerOf(response),
      css: await sum(of('stylesheet')),
      script: await sum(await withParts(of('script'))),
      preloadedFonts: await page.locator('link[rel=preload][as=font]').count(),
      requests: untilLoad.map(({ path }) => path),
    }
  } finally {
    await browser.close()
  }
}
