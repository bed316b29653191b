import type { Opinion } from '../comments/comment-store'
import type { TextRun } from './queue-view'

/** The check whose evidence is words of the house's lists. */
const WORDS = 'words'

/** Of a text cut at the evidence, the parts that hold a word of the lists are veiled. */
export const veilWords = (runs: readonly TextRun[], opinions: readonly Opinion[]): readonly TextRun[] => {
  const spans = opinions.flatMap(({ check, evidence }) => (check === WORDS ? (evidence.spans ?? []) : []))
  let at = 0
  return runs.map((run) => {
    const [from, until] = [at, at + run.text.length]
    at = until
    return run.marked && spans.some(([start, end]) => start < until && end > from)
      ? { ...run, veiled: true as const }
      : run
  })
}
