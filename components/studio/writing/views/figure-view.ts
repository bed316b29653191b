import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { el } from './el'

const factsOf = ({ attrs }: Node): string => {
  const alt = attrs.decorative
    ? 'Decorative'
    : attrs.alt
      ? `Shows: ${String(attrs.alt)}`
      : 'Not described yet'
  return [alt, attrs.credit ? `Credit: ${String(attrs.credit)}` : ''].filter(Boolean).join(' · ')
}

/** A picture with its caption to write in; what else is said of it stands below, and is changed in a dialog. */
export const figureView: NodeViewRenderer = ({ node: first }) => {
  const image = el('img', { draggable: false })
  const caption = el('figcaption', { dir: 'auto' })
  const facts = el('p', { className: 'figure-facts', contentEditable: 'false' })
  const dom = el('figure', { className: 'writing-figure' }, image, caption, facts)
  const show = (node: Node): void => {
    const { src, alt, width, decorative, focus } = node.attrs
    if (image.getAttribute('src') !== src) image.src = String(src)
    image.alt = String(alt)
    dom.dataset.width = String(width)
    const [x, y] = String(focus).split(' ')
    image.style.objectPosition = x && y ? `${x}% ${y}%` : ''
    caption.classList.toggle('is-empty', node.content.size === 0)
    facts.textContent = factsOf(node)
    facts.classList.toggle('is-missing', !decorative && alt === '')
  }
  show(first)
  return {
    dom,
    contentDOM: caption,
    update: (node) => {
      if (node.type !== first.type) return false
      show(node)
      return true
    },
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !caption.contains(mutation.target),
  }
}
