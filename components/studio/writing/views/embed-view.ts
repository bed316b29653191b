import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { el } from './el'

/** A card as readers get it: nothing of the other site is loaded. */
export const embedView: NodeViewRenderer = ({ node: first }) => {
  const title = el('p', { className: 'embed-title', dir: 'auto' })
  const where = el('p', { className: 'embed-where' })
  const dom = el('div', { className: 'writing-embed' }, title, where)
  const show = ({ attrs }: Node): void => {
    const { kind, url, author } = attrs
    title.textContent = String(attrs.title) || (kind === 'video' ? 'Video' : 'Post')
    where.textContent = [kind === 'video' ? 'Video' : 'Post', author, url].filter(Boolean).join(' · ')
    dom.dataset.kind = String(kind)
  }
  show(first)
  return {
    dom,
    update: (node) => {
      if (node.type !== first.type) return false
      show(node)
      return true
    },
  }
}
