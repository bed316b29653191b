import LinkifyIt from 'linkify-it'
import { COMMENT_LIMITS } from '../comments/comment'
import { unbrokenRuns } from '../kernel/unbroken-runs'

const linkify = new LinkifyIt({ fuzzyEmail: false })

/** Of what `length` refuses anyway, nothing needs to be found (UTF-16 units: two per sign at most). */
const LOOKED_AT = 2 * COMMENT_LIMITS.body

/** A link in a text, and where it leads. */
export interface FoundLink {
  /** UTF-16 units. */
  readonly span: readonly [start: number, end: number]
  /** Host in small letters, as browsers write it, without `www.`; '' for what is no web address. */
  readonly domain: string
}

const domainOf = (url: string): string => {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return host.replace(/^www\./, '')
}

const findLinks = (text: string): readonly FoundLink[] => {
  const lookedAt = text.slice(0, LOOKED_AT)
  // Says no to most texts at once, and never to one that holds a link.
  if (!linkify.pretest(lookedAt)) return []
  return unbrokenRuns(lookedAt).flatMap(({ run, start }) =>
    (linkify.match(run) ?? []).map(({ index, lastIndex, url }) => ({
      span: [start + index, start + lastIndex] as const,
      domain: domainOf(url),
    })),
  )
}

let last: { readonly text: string; readonly links: readonly FoundLink[] } = { text: '', links: [] }

/** Links of a text, with or without http in front. Addresses of mail are none. Several checks ask it of one text. */
export const linksIn = (text: string): readonly FoundLink[] => {
  if (last.text !== text) last = { text, links: findLinks(text) }
  return last.links
}

/** Each domain once. */
export const domainsIn = (text: string): readonly string[] => [
  ...new Set(linksIn(text).flatMap(({ domain }) => (domain === '' ? [] : [domain]))),
]
