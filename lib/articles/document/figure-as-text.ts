import type { Figure, Text } from './document'

/** Where a line of text is all there may be, a picture becomes a link to it. */
export const figureAsText = ({ attrs: { src, alt } }: Figure): Text => ({
  type: 'text',
  text: alt === '' ? src : alt,
  marks: [{ type: 'link', attrs: { href: src, title: '' } }],
})
