import { chromium } from '@playwright/test'
import { launchOptions } from '../support/browser'
import { freePort } from '../support/free-port'
import type { Lighthouse } from './lighthouse'

/** What Lighthouse says of a page on its mobile phone with its slow network; scores are 0 to 100. */
export interface Scores {
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  readonly seo: number
  /** Milliseconds. */
  readonly lcp: number
  readonly cls: number
  /** Audits that cost points. */
  readonly lost: readonly string[]
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** Asks Lighthouse about each page, one after the other, in one browser. */
export const lighthouseScores = async (
  lighthouse: Lighthouse,
  urls: readonly string[],
): Promise<readonly Scores[]> => {
  const port = await freePort()
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, `--remote-debugging-port=${port}`],
  })
  try {
    const scores: Scores[] = []
    for (const url of urls) {
      const { categories, audits } = await lighthouse(url, port)
      const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100)
      const lost = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => id)
      scores.push({
        performance: score('performance'),
        accessibility: score('accessibility'),
        bestPractices: score('best-practices'),
        seo: score('seo'),
        lcp: audits['largest-contentful-paint']?.numericValue ?? 0,
        cls: audits['cumulative-layout-shift']?.numericValue ?? 0,
        lost,
      })
    }
    return scores
  } finally {
    await browser.close()
  }
}
