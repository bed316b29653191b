import { z } from 'zod'
import { linkTarget } from '../kernel/link-target'
import { text } from './bounded'

const HELP =
  'Write a place of this site that begins with a slash, such as /about or /tags/ships, or a whole address that begins with https://.'

/** A place of this site, or a page elsewhere over https: nothing that a browser would carry out. */
const target = z
  .string()
  .max(1_000, HELP)
  .transform((typed, context) => {
    const found = linkTarget(typed, undefined)
    if (found !== null && /^(?:\/|https:)/.test(found)) return found
    context.addIssue({ code: 'custom', message: HELP })
    return z.NEVER
  })

export const navigationLink = z.strictObject({
  label: text({ min: 1, max: 40 }),
  /** Site-relative, percent-encoded, or a whole https address. */
  href: target,
})
export type NavigationLink = z.infer<typeof navigationLink>

/** The two lists of links that every public page has, and how many each may hold. */
export const NAVIGATION_LISTS = { header: 10, footer: 20 } as const
export type NavigationList = keyof typeof NAVIGATION_LISTS

const list = (most: number) => z.array(navigationLink).max(most, `A list holds at most ${most} links.`)

const link = (label: string, href: string): NavigationLink => ({ label, href })

/** Until the owner chooses others. */
const HOUSE = {
  header: [
    link('Tags', '/tags'),
    link('Authors', '/authors'),
    link('Archive', '/archive'),
    link('Search', '/search'),
  ],
  footer: [
    link('Front page', '/'),
    link('Tags', '/tags'),
    link('Series', '/series'),
    link('Authors', '/authors'),
    link('Archive', '/archive'),
    link('Search', '/search'),
    link('Guidelines', '/guidelines'),
    link('Transparency', '/transparency'),
    link('Feed', '/feed.xml'),
    link('Sign in', '/login'),
  ],
}

/** What stands at the top and at the foot of every public page, in this order. */
export const navigation = z
  .strictObject({
    header: list(NAVIGATION_LISTS.header),
    footer: list(NAVIGATION_LISTS.footer),
  })
  .default(() => structuredClone(HOUSE))
export type Navigation = z.infer<typeof navigation>

/** What a button beside a link does to its list. */
export const ARRANGEMENTS = ['up', 'down', 'remove'] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

/** The list with the link at `index` moved by one place, or without it. At an end nothing moves. */
export const arrangeLinks = <L extends Pick<NavigationLink, 'label'>>(
  links: readonly L[],
  index: number,
  arrangement: Arrangement,
): readonly L[] => {
  const rest = links.filter((_, at) => at !== index)
  if (arrangement === 'remove') return rest
  const place = Math.max(0, arrangement === 'up' ? index - 1 : index + 1)
  return [...rest.slice(0, place), ...links.slice(index, index + 1), ...rest.slice(place)]
}
