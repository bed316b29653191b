import type { FootnoteDefinition, Nodes } from 'mdast'
import type { Block, Footnote, HardBreak, Inline } from './document'
import { figureAsText } from './figure-as-text'
import { literalBlocks } from './literal-blocks'
import { type MarkdownContext, sourceOf } from './markdown-context'
import { parseInline } from './parse-inline'
import { TEXT_LIMIT } from './text-limit'
import { tidyNote } from './tidy-inline'

type NoteText = Footnote['content']

const BETWEEN: readonly HardBreak[] = [{ type: 'hardBreak' }, { type: 'hardBreak' }]
/** Characters that calling notes again may add to a piece. */
const MOST_REPEATED = TEXT_LIMIT / 10

const literal = (node: Nodes, context: MarkdownContext): readonly Inline[] =>
  literalBlocks(sourceOf(node, context)).flatMap((block, i) => [
    ...(i === 0 ? [] : BETWEEN),
    ...(block.type === 'paragraph' ? block.content : []),
  ])

const lines = (node: Nodes, context: MarkdownContext): readonly Inline[] =>
  node.type === 'paragraph'
    ? parseInline(node.children, context).map((one) => (one.type === 'figure' ? figureAsText(one) : one))
    : literal(node, context)

/** A note is one paragraph: further ones follow after an empty line, lists and the like as they were typed. */
const parseNote = ({ children }: FootnoteDefinition, context: MarkdownContext): NoteText =>
  tidyNote(children.flatMap((child, i) => [...(i === 0 ? [] : BETWEEN), ...lines(child, context)]))

const lengthOf = (content: NoteText): number =>
  content.reduce((sum, one) => sum + (one.type === 'text' ? one.text.length : 1), 0)

/**
 * The notes of a text. One that is called again is a note of its own with the same words, as long as that does not make
 * a short text a long one; what nobody calls stays as it was typed. `context` is without `callNote`: notes call none.
 */
export const parseNotes = (context: MarkdownContext) => {
  const called = new Map<FootnoteDefinition, NoteText>()
  let repeated = 0

  const callNote = (identifier: string): Footnote | null => {
    const definition = context.notes.get(identifier)
    if (!definition) return null
    const known = called.get(definition)
    if (known) repeated += lengthOf(known)
    const content = known ?? parseNote(definition, context)
    if (repeated > MOST_REPEATED || !content.some(({ type }) => type === 'text')) return null
    called.set(definition, content)
    return { type: 'footnote', content }
  }

  const uncalled = (): readonly Block[] =>
    [...context.notes.values()]
      .filter((note) => !called.has(note))
      .flatMap((note) => literalBlocks(sourceOf(note, context)))

  return { callNote, uncalled }
}
