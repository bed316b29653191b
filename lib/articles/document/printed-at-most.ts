import type { Doc } from './document'

/** Any node or mark of a document, seen as what it weighs. */
interface Weighed {
  readonly type: string
  readonly text?: string
  readonly attrs?: object
  readonly marks?: readonly Weighed[]
  readonly content?: readonly Weighed[]
}

/** What a container can put before each of its lines: the number of an item and its blanks. */
const BEFORE_LINE = 14
/** Signs around a node or mark, and the two at the edges of a text that may become character references. */
const AROUND = 40
/** Code is printed as it is, between two fences that may be as long as its longest run of backticks. */
const CODE = 3
/** Elsewhere punctuation may be escaped. */
const ESCAPED = /[!-/:-@[-`{-~]/g

const attrsOf = ({ attrs }: Weighed): number => (attrs ? CODE * JSON.stringify(attrs).length : 0)

const signsOf = (text: string, isCode: boolean): number =>
  isCode ? CODE * text.length : text.length + (text.match(ESCAPED)?.length ?? 0)

const weigh = (node: Weighed, depth: number, within = ''): number => {
  const { text = '', marks = [], content = [] } = node
  const isCode = within === 'codeBlock' || marks.some(({ type }) => type === 'code')
  const lines = 2 + (isCode ? text.split('\n').length : 0)
  let sum = AROUND + attrsOf(node) + signsOf(text, isCode) + lines * depth * BEFORE_LINE
  for (const mark of marks) sum += AROUND + attrsOf(mark)
  for (const child of content) sum += weigh(child, depth + 1, node.type)
  return sum
}

/**
 * No more UTF-16 units than this many has a document as Markdown: told in a fraction of the time that printing takes,
 * and for ordinary texts less than twice what it comes to. Held against the printer by a property test.
 */
export const printedAtMost = (doc: Doc): number => weigh(doc, 0)
