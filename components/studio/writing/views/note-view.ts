import type { NodeViewRenderer } from '@tiptap/core'
import { baseKeymap, toggleMark } from '@tiptap/pm/commands'
import { redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { StepMap } from '@tiptap/pm/transform'
import { EditorView } from '@tiptap/pm/view'
import { el } from './el'

/** Set on changes that came from the piece, so that they are not sent back there. */
const FROM_OUTSIDE = 'fromOutside'

const words = (node: Node): string => node.textContent || 'Empty note'

/**
 * A note: in the text its number (counted by the style sheet, so that it is always right), and while it is selected a
 * small field with its words. Enter and Escape lead back behind the number.
 */
export const noteView: NodeViewRenderer = ({ node: first, editor, getPos }) => {
  const outer = editor.view
  let node = first
  let inner: EditorView | null = null
  const number = el('span', { className: 'note-number' })
  const dom = el('span', { className: 'writing-note' }, number)

  const leave = (): void => {
    const at = getPos()
    if (at === undefined) return
    const behind = TextSelection.near(outer.state.doc.resolve(at + node.nodeSize), 1)
    outer.dispatch(outer.state.tr.setSelection(behind))
    outer.focus()
  }

  /** What is typed in the field is typed in the piece. */
  const dispatch = (change: Transaction): void => {
    const at = getPos()
    if (!inner || at === undefined) return
    const { state, transactions } = inner.state.applyTransaction(change)
    inner.updateState(state)
    if (change.getMeta(FROM_OUTSIDE)) return
    const { tr } = outer.state
    const offset = StepMap.offset(at + 1)
    for (const { steps } of transactions)
      for (const step of steps) {
        const moved = step.map(offset)
        if (moved) tr.step(moved)
      }
    if (tr.docChanged) outer.dispatch(tr)
  }

  const { strong, em } = editor.schema.marks
  const keys = {
    'Mod-z': () => undo(outer.state, outer.dispatch),
    'Mod-y': () => redo(outer.state, outer.dispatch),
    'Mod-Shift-z': () => redo(outer.state, outer.dispatch),
    ...(strong ? { 'Mod-b': toggleMark(strong) } : {}),
    ...(em ? { 'Mod-i': toggleMark(em) } : {}),
    Enter: () => (leave(), true),
    Escape: () => (leave(), true),
    Tab: () => (leave(), true),
  }

  const open = (): void => {
    if (inner || !editor.isEditable) return
    const field = el('span', { className: 'note-field', contentEditable: 'false' })
    field.addEventListener('keydown', (event) => event.stopPropagation())
    dom.append(field)
    inner = new EditorView(field, {
      state: EditorState.create({ doc: node, plugins: [keymap(keys), keymap(baseKeymap)] }),
      dispatchTransaction: dispatch,
      attributes: { role: 'textbox', 'aria-label': 'Words of the note', dir: 'auto', class: 'note-words' },
      handleDOMEvents: {
        mousedown: () => {
          if (outer.hasFocus()) inner?.focus()
          return false
        },
      },
    })
    inner.focus()
    dom.classList.add('is-open')
  }

  const close = (): void => {
    inner?.destroy()
    inner = null
    dom.querySelector('.note-field')?.remove()
    dom.classList.remove('is-open')
    number.title = words(node)
    number.setAttribute('aria-label', `Note: ${words(node)}`)
  }
  close()

  return {
    dom,
    selectNode: () => open(),
    deselectNode: () => close(),
    update: (next) => {
      if (next.type !== node.type) return false
      node = next
      if (!inner) return (close(), true)
      const { state } = inner
      const start = next.content.findDiffStart(state.doc.content)
      if (start === null) return true
      let { a: endA, b: endB } = next.content.findDiffEnd(state.doc.content) ?? { a: start, b: start }
      const overlap = start - Math.min(endA, endB)
      if (overlap > 0) [endA, endB] = [endA + overlap, endB + overlap]
      inner.dispatch(state.tr.replace(start, endB, next.slice(start, endA)).setMeta(FROM_OUTSIDE, true))
      return true
    },
    destroy: () => close(),
    stopEvent: (event) =>
      event.target instanceof globalThis.Node && inner !== null && inner.dom.contains(event.target),
    ignoreMutation: () => true,
  }
}
