import type { Editor } from '@tiptap/core'
import { baseKeymap, toggleMark } from '@tiptap/pm/commands'
import { redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { StepMap } from '@tiptap/pm/transform'
import { EditorView } from '@tiptap/pm/view'
import { el } from './el'

/** Set on changes that came from the piece, so that they are not sent back there. */
const FROM_OUTSIDE = 'fromOutside'

interface Given {
  /** What it opens in. */
  readonly place: HTMLElement
  /** The note with its words as they are now. */
  readonly node: Node
  readonly editor: Editor
  /** Where it stands in the piece; undefined once it is gone. */
  readonly getPos: () => number | undefined
  readonly leave: () => void
}

/** The small field in which a note is written: an editor of its own, whose changes are changes of the piece. */
export interface NoteField {
  readonly focus: () => void
  /** Shows the words as somebody else's change left them. */
  readonly show: (next: Node) => void
  readonly holds: (target: globalThis.Node) => boolean
  readonly destroy: () => void
}

const keysOf = ({ editor, leave }: Given) => {
  const { view, schema } = editor
  const { strong, em } = schema.marks
  return {
    'Mod-z': () => undo(view.state, view.dispatch),
    'Mod-y': () => redo(view.state, view.dispatch),
    'Mod-Shift-z': () => redo(view.state, view.dispatch),
    ...(strong ? { 'Mod-b': toggleMark(strong) } : {}),
    ...(em ? { 'Mod-i': toggleMark(em) } : {}),
    Enter: () => (leave(), true),
    Escape: () => (leave(), true),
    Tab: () => (leave(), true),
  }
}

/** Opens the field. */
export const noteField = (given: Given): NoteField => {
  const { place, node, editor, getPos } = given
  const outer = editor.view
  const dom = el('span', { className: 'note-field', contentEditable: 'false' })
  dom.addEventListener('keydown', (event) => event.stopPropagation())
  place.append(dom)

  /** What is typed in the field is typed in the piece. */
  const dispatch = (change: Transaction): void => {
    const at = getPos()
    if (at === undefined) return
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

  const inner = new EditorView(dom, {
    state: EditorState.create({ doc: node, plugins: [keymap(keysOf(given)), keymap(baseKeymap)] }),
    dispatchTransaction: dispatch,
    attributes: { role: 'textbox', 'aria-label': 'Words of the note', dir: 'auto', class: 'note-words' },
    handleDOMEvents: {
      mousedown: () => {
        if (outer.hasFocus()) inner.focus()
        return false
      },
    },
  })

  const show = (next: Node): void => {
    const { state } = inner
    const start = next.content.findDiffStart(state.doc.content)
    if (start === null) return
    let { a: endA, b: endB } = next.content.findDiffEnd(state.doc.content) ?? { a: start, b: start }
    const overlap = start - Math.min(endA, endB)
    if (overlap > 0) [endA, endB] = [endA + overlap, endB + overlap]
    inner.dispatch(state.tr.replace(start, endB, next.slice(start, endA)).setMeta(FROM_OUTSIDE, true))
  }

  return {
    show,
    focus: () => inner.focus(),
    holds: (target) => inner.dom.contains(target),
    destroy: () => {
      inner.destroy()
      dom.remove()
    },
  }
}
