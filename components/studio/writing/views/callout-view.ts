import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { el } from './el'

const TONES: Readonly<Record<string, string>> = {
  note: 'Note',
  tip: 'Tip',
  warning: 'Warning',
  correction: 'Correction',
}

/** A part set off from the text, under its title. */
export const calloutView: NodeViewRenderer = ({ node: first }) => {
  const title = el('p', { className: 'callout-title', contentEditable: 'false', dir: 'auto' })
  const inside = el('div')
  const dom = el('div', { className: 'callout' }, title, inside)
  const show = ({ attrs }: Node): void => {
    dom.dataset.tone = String(attrs.tone)
    title.textContent = String(attrs.title) || (TONES[String(attrs.tone)] ?? '')
  }
  show(first)
  return {
    dom,
    contentDOM: inside,
    update: (node) => {
      if (node.type !== first.type) return false
      show(node)
      return true
    },
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !inside.contains(mutation.target),
  }
}
