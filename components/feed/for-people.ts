import { dateText } from '../ui/time-text'
import { type Xml, element } from './xml'

/**
 * Somebody who follows a link to a feed sees it as a page: /feed.css shows what is said here in XHTML and hides the
 * rest. No XSLT: browsers are taking it out. Readers of feeds pass over elements they do not know.
 */
export const FOR_PEOPLE = { 'xmlns:h': 'http://www.w3.org/1999/xhtml' } as const
export const STYLE = '/feed.css'

const HELP =
  'This is a feed. Copy its address into a feed reader, and new entries come to you; no account is needed.'

/** Stands at the top. */
export const headForPeople = (title: string, description: string, page: string, feed: string): Xml =>
  element(
    'h:header',
    {},
    element('h:h1', {}, element('h:a', { href: page }, title)),
    description ? element('h:p', { class: 'motto' }, description) : null,
    element('h:p', { class: 'help' }, HELP),
    element('h:p', {}, element('h:code', {}, feed)),
  )

/** Stands in each entry. */
export const entryForPeople = ({
  url,
  title,
  publishedAt,
  authors,
  summary,
}: {
  readonly url: string
  readonly title: string
  readonly publishedAt: string
  readonly authors: readonly string[]
  readonly summary: string
}): Xml =>
  element(
    'h:article',
    {},
    element('h:h2', { dir: 'auto' }, element('h:a', { href: url }, title)),
    summary ? element('h:p', { dir: 'auto' }, summary) : null,
    element('h:p', { class: 'meta' }, [dateText(new Date(publishedAt)), ...authors].join(' · ')),
  )
