import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { type Span, lineOf } from './marked-words'

/** Without what stands for a note or a line's end: the checklist and a reader's quotation know the words alone. */
const plain = (line: string): string => line.replace(/[\s\ufffc]+/g, ' ').trim()

const wordsIn = (block: Node, sought: string): Span | null => {
  const line = lineOf(block)
  if (plain(sought) === '') return null
  const at = line.indexOf(sought)
  if (at >= 0) return { from: at, to: at + sought.length }
  const [has, wants] = [plain(line), plain(sought.replace(/…$/, ''))]
  // As far as both go: a quotation may run on into the next paragraph.
  const shared = Math.min(has.length, wants.length, 40)
  return shared > 0 && (has.includes(wants) || has.startsWith(wants.slice(0, shared)))
    ? { from: 0, to: line.length }
    : null
}

const isLinkTo = (node: Node, href: string): boolean =>
  node.marks.some(({ type, attrs }) => type.name === 'link' && attrs.href === href)

/** Selects a picture by its address, a link by where it leads, or the first place of some words; null where none is. */
export const seek = (state: EditorState, sought: string): Transaction | null => {
  const { doc, tr } = state
  let found: Transaction | null = null
  doc.descendants((node, at) => {
    if (found) return false
    if (node.attrs.src === sought) found = tr.setSelection(NodeSelection.create(doc, at))
    else if (isLinkTo(node, sought))
      found = tr.setSelection(TextSelection.create(doc, at, at + node.nodeSize))
    else if (node.isTextblock) {
      const span = wordsIn(node, sought)
      if (span) found = tr.setSelection(TextSelection.create(doc, at + 1 + span.from, at + 1 + span.to))
    }
    return !found
  })
  return (found as Transaction | null)?.scrollIntoView() ?? null
}
