import { diffArrays } from 'diff'
import { wordSegments } from './word-segments'

/** A run of a word diff: `same` and `deleted` make the earlier text, `same` and `inserted` the new one. */
export interface DiffRun {
  readonly kind: 'same' | 'inserted' | 'deleted'
  readonly text: string
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const wordsOf = (text: string): string[] =>
  Array.from(wordSegments(segmenter, text), ({ segment }) => segment)

/** More changes than this are a new text, not an edit; looking for the shortest way would keep the desk waiting. */
const MOST_CHANGES = 1_000

const run = (kind: DiffRun['kind'], text: string): readonly DiffRun[] => (text === '' ? [] : [{ kind, text }])

/** What an edit changed, word by word, in any script. The runs concatenated give either text back exactly. */
export const diffWords = (before: string, after: string): readonly DiffRun[] => {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_CHANGES })
  if (!changes) return [...run('deleted', before), ...run('inserted', after)]
  return changes.flatMap(({ added, removed, value }) =>
    run(added ? 'inserted' : removed ? 'deleted' : 'same', value.join('')),
  )
}
