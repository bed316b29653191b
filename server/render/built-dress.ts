import type { Dress } from '../../components/reader/page-document'
import { islandAddress } from '../../lib/http/island-address'
import { type AskNext, readAnswer } from '../next/ask-next'

/** A page of Next's with nothing in it: it names the style sheets and faces that the build made of app/styles and app/fonts.ts. */
const EMPTY = '/internal/dress'

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? ''

const namedIn = (html: string): Pick<Dress, 'classes' | 'styleSheets'> => ({
  classes: attribute(/<html\b[^>]*>/.exec(html)?.[0] ?? '', 'class'),
  styleSheets: (html.match(/<link\b[^>]*>/g) ?? [])
    .filter((tag) => attribute(tag, 'rel') === 'stylesheet')
    .map((tag) => attribute(tag, 'href')),
})

/**
 * What public pages wear. Next builds style sheets and faces, and is asked for their names: once, since a build does not
 * change, or for each page while developing.
 */
export const builtDress = (askNext: AskNext, isDevelopment: boolean): (() => Promise<Dress>) => {
  const ask = async () => {
    const answer = await askNext({ method: 'GET', path: EMPTY, headers: {} })
    const html = (await readAnswer(answer)).toString('utf8')
    const named = namedIn(html)
    if (answer.status !== 200 || named.styleSheets.length === 0) {
      throw new Error(`Next names no style sheet for public pages (${answer.status}).`)
    }
    return named
  }
  let known: ReturnType<typeof ask> | undefined
  return async () => {
    // A question that failed is asked again by the next page.
    if (isDevelopment || !known)
      known = ask().catch((error: unknown) => {
        known = undefined
        throw error
      })
    return { ...(await known), island: islandAddress('reader') }
  }
}
