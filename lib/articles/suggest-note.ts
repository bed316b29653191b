import { cutText } from '../kernel/canonical-text'
import type { DiffRun } from '../kernel/diff-words'
import type { Comparison } from './compare-revisions'

/** Changes that are spelled out; a note is read, not studied. */
const SPELLED_OUT = 3
/** Letters of a run that are quoted. */
const QUOTED = 60

const quote = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  const kept = cutText(line, { max: QUOTED })
  return `“${kept === line ? line : `${kept.trimEnd()}…`}”`
}

/** Without the punctuation that ends both: it did not change. */
const trimmed = (gone: string, come: string): readonly [string, string] => {
  const end = /[^\p{L}\p{N}]*$/u
  const [a, b] = [end.exec(gone)?.[0] ?? '', end.exec(come)?.[0] ?? '']
  return a !== '' && a === b ? [gone.slice(0, -a.length), come.slice(0, -b.length)] : [gone, come]
}

const isWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** What was there, and what is there instead, one after the other. */
const sentences = (runs: readonly DiffRun[]): readonly string[] => {
  const said: string[] = []
  let gone = ''
  let come = ''
  const say = () => {
    const [was, is] = trimmed(gone, come)
    if (isWords(was) && isWords(is)) said.push(`${quote(was)} now reads ${quote(is)}`)
    else if (isWords(gone)) said.push(`${quote(gone)} was taken out`)
    else if (isWords(come)) said.push(`${quote(come)} was added`)
    gone = ''
    come = ''
  }
  for (const { kind, text } of runs) {
    if (kind === 'deleted') gone += text
    else if (kind === 'inserted') come += text
    // A space between two changed words is no end of the change.
    else if (isWords(text)) say()
    else if (gone || come) {
      gone += text
      come += text
    }
  }
  say()
  return said
}

const count = (n: number, what: string): string =>
  n === 1 ? `One paragraph ${what}` : `${n} paragraphs ${what}`

/** What changed, in words: the beginning of a note for readers, which a person finishes. */
export const suggestNote = ({ lines, blocks }: Pick<Comparison, 'lines' | 'blocks'>): string => {
  const told = [
    ...lines.filter(({ line }) => line === 'title' || line === 'dek').flatMap(({ runs }) => sentences(runs)),
    ...blocks.flatMap((block) => (block.kind === 'changed' ? sentences(block.runs) : [])),
  ]
  const of = (kind: 'inserted' | 'deleted') => blocks.filter((block) => block.kind === kind).length
  const [added, removed] = [of('inserted'), of('deleted')]
  const more = told.length - SPELLED_OUT
  const parts = [
    ...told.slice(0, SPELLED_OUT),
    ...(more > 0 ? [more === 1 ? 'one more change was made' : `${more} more changes were made`] : []),
    ...(added > 0 ? [count(added, added === 1 ? 'was added' : 'were added')] : []),
    ...(removed > 0 ? [count(removed, removed === 1 ? 'was taken out' : 'were taken out')] : []),
  ]
  const [first = '', ...rest] = parts
  return parts.length === 0
    ? ''
    : `${[first, ...rest.map((part) => part.replace(/^One/, 'one'))].join('; ')}.`
}
