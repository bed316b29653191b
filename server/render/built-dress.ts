import type { Dress } from '../../components/reader/page-document'
import { islandAddress } from '../../lib/http/island-address'
import { type AskNext, readAnswer } from '../next/ask-next'

/** Of what public pages wear, what the build has made. */
export type BuiltDress = Pick<Dress, 'classes' | 'styleSheets' | 'island'>

/** A page of Next's with nothing in it: it names the style sheets and faces that the build made of app/styles and app/fonts.ts. */
const EMPTY = '/internal/dress'

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? ''

const namedIn = (html: string): BuiltDress => ({
  classes: attribute(/<html\b[^>]*>/.exec(html)?.[0] ?? '', 'class'),
  styleSheets: (html.match(/<link\b[^>]*>/g) ?? [])
    .filter((tag) => attribute(tag, 'rel') === 'stylesheet')
    .map((tag) => attribute(tag, 'href')),
  island: islandAddress('reader'),
})

/**
 * Next builds style sheets and faces for public pages, and is asked for their names: once, since a build does not
 * change, or for each page while developing.
 */
export const builtDress = (askNext: AskNext, isDevelopment: boolean): (() => Promise<BuiltDress>) => {
  const ask = async (): Promise<BuiltDress> => {
    const answer = await askNext({ method: 'GET', path: EMPTY, headers: {} })
    const dress = namedIn((await readAnswer(answer)).toString('utf8'))
    if (answer.status !== 200 || dress.styleSheets.length === 0) {
      throw new Error(`Next names no style sheet for public pages (${answer.status}).`)
    }
    return dress
  }
  let known: Promise<BuiltDress> | undefined
  return () => {
    if (isDevelopment || !known) {
      known = ask()
      // A question that failed is asked again by the next page.
      known.catch(() => (known = undefined))
    }
    return known
  }
}
