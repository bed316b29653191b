import type { Figure, FigureWidth, Gallery } from './document'
import { dirOf } from './dir-of'
import { escapeText } from './escape-html'
import { focusMark } from '../../media/focus'
import { pictureHtml } from './picture-html'
import { renderInline } from './render-inline'
import type { Rendering } from './rendering'

const captionOf = ({ attrs: { credit }, content }: Figure, rendering: Rendering): string => {
  if (content.length === 0 && credit === '') return ''
  const words = renderInline(content, rendering)
  const credited = credit === '' ? '' : `<small class="credit">${escapeText(credit)}</small>`
  const between = words !== '' && credited !== '' ? ' ' : ''
  return `<figcaption${dirOf(content, rendering)}>${words}${between}${credited}</figcaption>`
}

const widthOf = (width: FigureWidth): string => (width === 'column' ? '' : ` data-width="${width}"`)

interface Place {
  readonly shownAs: FigureWidth | 'part'
  readonly first: boolean
}

const figure = (
  node: Figure,
  rendering: Rendering,
  { shownAs, first }: Place,
  attributes: string,
): string => {
  const { src, alt, decorative } = node.attrs
  const picture = pictureHtml(rendering.pictures.get(src), {
    src,
    alt: decorative ? '' : alt,
    shownAs,
    first,
  })
  return `<figure${attributes}>${picture}${captionOf(node, rendering)}</figure>`
}

/** `first`: what a reader sees first of the piece. */
export const renderFigure = (node: Figure, rendering: Rendering, first: boolean): string => {
  const { width } = node.attrs
  return figure(node, rendering, { shownAs: width, first }, widthOf(width))
}

/** Where a picture may be cropped, and what must stay. */
const focusOf = ({ attrs: { focus } }: Figure): string =>
  focus === '' ? '' : ` data-focus="${focusMark(focus)}"`

/** Several pictures side by side, as HTML. */
export const renderGallery = ({ attrs: { width }, content }: Gallery, rendering: Rendering): string => {
  const place: Place = { shownAs: 'part', first: false }
  const figures = content.map((one) => figure(one, rendering, place, focusOf(one)))
  return `<div class="gallery"${widthOf(width)}>${figures.join('')}</div>`
}
