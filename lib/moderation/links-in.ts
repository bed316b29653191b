import LinkifyIt from 'linkify-it'
import { COMMENT_LIMITS } from '../comments/comment'
import { unbrokenRuns } from '../kernel/unbroken-runs'

const linkify = new LinkifyIt({ fuzzyEmail: false })

/** Of what `length` refuses anyway, nothing needs to be found (UTF-16 units: two per sign at most). */
const LOOKED_AT = 2 * COMMENT_LIMITS.body

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

/** Links of a text, with or without http in front. Addresses of mail are none. */
export const linksIn = (text: string): readonly FoundLink[] =>
  unbrokenRuns(text.slice(0, LOOKED_AT)).flatMap(({ run, start }) =>
    (linkify.match(run) ?? []).map(({ index, lastIndex, url }) => ({
      span: [start + index, start + lastIndex] as const,
      domain: domainOf(url),
    })),
  )

/** Each domain once. */
export const domainsIn = (text: string): readonly string[] => [
  ...new Set(linksIn(text).flatMap(({ domain }) => (domain === '' ? [] : [domain]))),
]
