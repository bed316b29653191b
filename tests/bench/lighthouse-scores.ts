import { chromium } from '@playwright/test'
import { launchOptions } from '../support/browser'
import { freePort } from '../support/free-port'
import type { Lighthouse, LighthouseReport } from './lighthouse'

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

/** What came of asking about one page. */
export interface PageScores {
  /** Of the run whose largest paint stands in the middle; null when there were not enough with a result. */
  readonly scores: Scores | null
  /** Largest paints of all runs in milliseconds, the soonest first. */
  readonly paints: readonly number[]
  /** Why attempts had none, by Lighthouse's names. */
  readonly failures: readonly string[]
}

/**
 * On a busy machine Chromium sometimes begins to record after the page's own process has set out for it: its
 * `navigationStart` is missing, and Lighthouse gives no result (NO_NAVSTART), which must not be read as a score of 0.
 */
const MOST_FAILURES = 5

/**
 * How often each page is asked for: one run in four says 150 to 300 ms more when the machine does anything else (decision
 * 57), and Lighthouse's makers advise the middle one of five.
 */
const RUNS = 5

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const failureOf = ({ runtimeError, categories, audits }: LighthouseReport): string | null => {
  if (runtimeError) return runtimeError.code
  if (typeof categories.performance?.score !== 'number') return 'no score'
  return audits['largest-contentful-paint']?.numericValue === undefined ? 'no largest paint' : null
}

const scoresOf = ({ categories, audits }: LighthouseReport): Scores => {
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100)
  const lost = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcp: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    cls: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    lost,
  }
}

const ask = async (lighthouse: () => Promise<LighthouseReport>): Promise<PageScores> => {
  const [runs, failures]: [Scores[], string[]] = [[], []]
  while (runs.length < RUNS && failures.length < MOST_FAILURES) {
    const report = await lighthouse()
    const failure = failureOf(report)
    if (failure === null) runs.push(scoresOf(report))
    else failures.push(failure)
  }
  runs.sort((a, b) => a.lcp - b.lcp)
  const middle = runs.length < RUNS ? null : (runs[Math.floor(RUNS / 2)] ?? null)
  return { scores: middle, paints: runs.map(({ lcp }) => lcp), failures }
}

/** Asks Lighthouse about each page, one after the other, in one browser; more often where it has no result. */
export const lighthouseScores = async (
  lighthouse: Lighthouse,
  urls: readonly string[],
): Promise<readonly PageScores[]> => {
  const port = await freePort()
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, `--remote-debugging-port=${port}`],
  })
  try {
    const all: PageScores[] = []
    for (const url of urls) all.push(await ask(() => lighthouse(url, port)))
    return all
  } finally {
    await browser.close()
  }
}
