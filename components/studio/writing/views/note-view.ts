import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { el } from './el'
import { type NoteField, noteField } from './note-field'

const words = (node: Node): string => node.textContent || 'Empty note'

/**
 * A note: in the text its number (counted by the style sheet, so that it is always right), and while it is selected a
 * small field with its words. Enter and Escape lead back behind the number.
 */
export const noteView: NodeViewRenderer = ({ node: first, editor, getPos }) => {
  let node = first
  let field: NoteField | null = null
  const number = el('span', { className: 'note-number' })
  const dom = el('span', { className: 'writing-note' }, number)

  const leave = (): void => {
    const at = getPos()
    if (at === undefined) return
    const { view } = editor
    const behind = TextSelection.near(view.state.doc.resolve(at + node.nodeSize), 1)
    view.dispatch(view.state.tr.setSelection(behind))
    view.focus()
  }

  const open = (): void => {
    if (field || !editor.isEditable) return
    field = noteField({ place: dom, node, editor, getPos, leave })
    field.focus()
    dom.classList.add('is-open')
  }

  const close = (): void => {
    field?.destroy()
    field = null
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
      if (field) field.show(next)
      else close()
      return true
    },
    destroy: () => close(),
    stopEvent: ({ target }) => target instanceof globalThis.Node && field !== null && field.holds(target),
    ignoreMutation: () => true,
  }
}
