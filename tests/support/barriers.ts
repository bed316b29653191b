import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
/** What another palette can break; everything else is the same page. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

interface Examined {
  /** Also what axe calls good practice. */
  readonly strictly?: boolean
}

/** In the page itself: nothing of another origin is framed, and a page beside it for every look takes longer than looking. */
const judge = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode()

const violations = async (axe: AxeBuilder, colours: string): Promise<string[]> =>
  (await axe.analyze()).violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')} (${colours})`,
  )

/** Names that two things of a page bear: a label or a hint then belongs to the first of them. */
const twins = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))].map(
      (name) => `two things are called #${name}`,
    )
  })

/** What keeps people out of a page as it stands, in light and in dark: one line for each rule that is broken. */
export const barriers = async (page: Page, { strictly = false }: Examined = {}): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const axe = judge(page)
  const inLight = await violations(strictly ? axe : axe.withTags(WCAG), 'light')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const inDark = await violations(judge(page).withRules(OF_COLOUR), 'dark')
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  return [...inLight, ...inDark, ...(await twins(page))]
}

/** How much wider than the screen the page is, in CSS pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return Math.max(0, scrollWidth - clientWidth)
  })
