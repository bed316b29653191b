import type { TextRun } from './queue-view'

type Span = readonly [start: number, end: number]

/** Cuts a text at the evidence, so that a page can mark what a check saw. Spans may overlap, and are not trusted. */
export const markText = (text: string, spans: readonly Span[]): readonly TextRun[] => {
  const runs: TextRun[] = []
  let done = 0
  const add = (end: number, marked: boolean): void => {
    if (end > done) runs.push({ text: text.slice(done, end), marked })
    done = Math.max(done, end)
  }
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    add(Math.min(start, text.length), false)
    add(Math.min(end, text.length), true)
  }
  add(text.length, false)
  return runs
}
