import type { FigureWidth } from './document'

/** Site-relative and without a fragment: in Markdown the fragment says how wide (`/media/x.jpg#wide`). */
export const FIGURE_SRC = /^\/(?![/\\])[^\s#\\]*$/

/** What an image's address in Markdown means; null when pages may not load it. */
export const readFigureSrc = (url: string): { readonly src: string; readonly width: FigureWidth } | null => {
  const [src = '', fragment] = url.split('#', 2)
  if (!FIGURE_SRC.test(src)) return null
  return { src, width: fragment === 'wide' || fragment === 'full' ? fragment : 'column' }
}

/** The address of a picture in Markdown, with the width after a `#` where it is another than the column's. */
export const printFigureSrc = ({
  src,
  width,
}: {
  readonly src: string
  readonly width: FigureWidth
}): string => (width === 'column' ? src : `${src}#${width}`)
