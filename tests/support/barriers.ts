import type { Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'

const WCAG: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }
/** What another palette can break; everything else is the same page. */
const OF_COLOUR: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

interface Examined {
  /** Also what axe calls good practice. */
  readonly strictly?: boolean
}

/** In the page itself and what it frames, once for both looks: to load axe is half of what looking takes. */
const loadAxe = async (page: Page): Promise<void> => {
  const { origin } = new URL(page.url())
  const ours = page.frames().filter((frame) => frame === page.mainFrame() || frame.url().startsWith(origin))
  for (const frame of ours) await frame.evaluate(axe.source)
}

interface LoadedAxe {
  readonly axe: { run(within: Document, options: RunOptions): Promise<AxeResults> }
}

const violations = async (page: Page, rules: RunOptions, colours: string): Promise<string[]> => {
  const found = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as LoadedAxe
      const { violations } = await axe.run(document, options)
      return violations.map(({ id, nodes }) => ({ id, places: nodes.map(({ target }) => target.join(' ')) }))
    },
    // Nothing else is asked for: axe would describe every element that is as it should be.
    { ...rules, resultTypes: ['violations'] } satisfies RunOptions,
  )
  return found.map(({ id, places }) => `${id} at ${places.join(', ')} (${colours})`)
}

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
  await loadAxe(page)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const inLight = await violations(page, strictly ? {} : WCAG, 'light')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const inDark = await violations(page, OF_COLOUR, 'dark')
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  return [...inLight, ...inDark, ...(await twins(page))]
}

/** How much wider than the screen the page is, in CSS pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return Math.max(0, scrollWidth - clientWidth)
  })
