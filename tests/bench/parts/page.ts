import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { startServer } from '../../support/start-server'
import { openLighthouse } from '../lighthouse'
import { type PageScores, lighthouseScores } from '../lighthouse-scores'
import { weighPage } from '../page-weight'
import { openBenchHouse } from '../publication'
import type { House } from '../../../server/process/open-house'
import type { Part } from './part'

const SENTENCE =
  'The harbour keeps its own time, and the clock on the customs house keeps another; people here set their watches by the ferry. '
/** 22 words a sentence. */
const WORDS_900 = Array.from({ length: 9 }, () => SENTENCE.repeat(5).slice(0, 600)).join('\n\n')
const KB = 1_024

/** Ten segments of TCP: what a server sends before it hears from the reader (decision 55). */
const ROUND_TRIP = 10 * 1_460
const LIMITS = { html: 30 * KB, css: 12 * KB, script: 12 * KB, preloadedFonts: 2, requests: 6 } as const

const seed = async ({ stet }: House) => {
  const piece = async (title: string, comments: number) => {
    const made = await aPiece(stet, { title, tags: 'Harbour', dek: SENTENCE, text: WORDS_900 })
    for (let n = 0; n < comments; n += 1) {
      const body = `${n}. ${SENTENCE}`
      await aComment(stet, { under: made.slug, name: `Reader ${n}`, body, then: 'approve' })
    }
    return made
  }
  await piece('An earlier piece', 0)
  return { short: await piece('Four minutes across', 20), long: await piece('A much discussed piece', 200) }
}

const kilobytes = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`
const limited = (
  name: string,
  value: number,
  limit: number,
  print: (value: number) => string = String,
): string =>
  `${name.padEnd(28)} ${print(value).padStart(9)} of ${print(limit)}${value > limit ? '  TOO MUCH' : ''}`

const scoreLine = ({ scores, paints, failures }: PageScores): string => {
  if (scores === null) return `NO RESULT (${failures.join(', ')})`
  const { performance, accessibility, bestPractices, seo, lcp, cls, lost } = scores
  return [
    ...[performance, accessibility, bestPractices, seo].map((score) => String(score).padStart(4)),
    lcp.toFixed(0).padStart(8),
    cls.toFixed(3).padStart(6),
    `  ${paints.map((paint) => paint.toFixed(0)).join(' ')}`.padEnd(28),
    lost.join(', '),
    failures.length > 0 ? `(asked again after ${failures.join(', ')})` : '',
  ].join(' ')
}

/** What a page weighs in a real browser, and what Lighthouse says of it. */
export const page: Part = async ({ root, dataDir, say, compare }) => {
  say('Writing three pieces…')
  const house = await openBenchHouse(dataDir, root)
  const { short, long } = await seed(house)
  const steps = house.stet.search.fill()
  while (!(await steps.next()).done);
  await house.database.close()
  const server = await startServer({ dataDir })
  try {
    const paths = ['/', long.path, '/tags/harbour', '/search?q=ferry']
    // Measured as readers find it: somebody was there before.
    for (const path of [short.path, ...paths]) await (await fetch(server.url + path)).arrayBuffer()
    say('Weighing a piece of 900 words with 20 comments…')
    const weight = await weighPage(server.url + short.path)
    const other = compare ? await weighPage(compare) : null
    say('Asking Lighthouse…')
    const urls = [...paths.map((path) => server.url + path), ...(compare ? [compare] : [])]
    const asked = await lighthouseScores(await openLighthouse(root, say), urls)
    return {
      text: [
        limited('HTML, Brotli', weight.html, LIMITS.html, kilobytes),
        limited('… with headers, at once', weight.answer, ROUND_TRIP),
        limited('CSS, Brotli', weight.css, LIMITS.css, kilobytes),
        limited('script, Brotli (none needed)', weight.script, LIMITS.script, kilobytes),
        limited('fonts preloaded', weight.preloadedFonts, LIMITS.preloadedFonts),
        limited('requests until load', weight.requests.length, LIMITS.requests),
        ...(other
          ? [
              `${compare}: HTML ${kilobytes(other.html)}, CSS ${kilobytes(other.css)}, script ${kilobytes(other.script)}, ${other.requests.length} requests`,
            ]
          : []),
        '',
        `${''.padEnd(44)} perf a11y best  seo   LCP ms    CLS   LCP of each run`,
        ...asked.map((page, n) => `${([...paths, compare ?? ''][n] ?? '').padEnd(44)} ${scoreLine(page)}`),
      ].join('\n'),
      json: { weight, scores: asked },
      // A page without a result has not passed.
      wrong: asked.some(({ scores }) => scores === null),
    }
  } finally {
    await server.stop()
  }
}
