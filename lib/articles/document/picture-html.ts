import type { Picture } from '../../media/picture'
import { pictureSources } from '../../media/picture-sources'
import type { FigureWidth } from './document'
import { escapeAttribute } from './escape-html'

/** How wide a page shows it, by the measures of app/styles/tokens.css. */
const SIZES: Readonly<Record<FigureWidth | 'part', string>> = {
  column: '(min-width: 44rem) 40rem, 100vw',
  wide: '(min-width: 56rem) 52rem, 100vw',
  full: '100vw',
  part: '(min-width: 44rem) 20rem, 50vw',
}

interface Shown {
  readonly src: string
  readonly alt: string
  readonly shownAs: keyof typeof SIZES
  /** The first thing of a page: asked for at once. */
  readonly first: boolean
}

const loading = ({ first }: Shown): string =>
  first ? 'fetchpriority="high" decoding="async"' : 'loading="lazy" decoding="async"'

const plain = (shown: Shown): string =>
  `<img src="${escapeAttribute(shown.src)}" alt="${escapeAttribute(shown.alt)}" ${loading(shown)} />`

/** A picture in every size there is, with its own size, so that its place is kept; without `picture` only its address is known. */
export const pictureHtml = (picture: Picture | undefined, shown: Shown): string => {
  if (!picture) return plain(shown)
  const { width, height, colour } = picture
  const { src, srcset, others } = pictureSources(picture)
  const sizes = SIZES[shown.shownAs]
  const sources = others.map(
    (other) => `<source type="${other.type}" srcset="${other.srcset}" sizes="${sizes}" />`,
  )
  const image =
    `<img src="${src}" srcset="${srcset}" sizes="${sizes}" width="${width}" height="${height}" ` +
    `alt="${escapeAttribute(shown.alt)}" ${loading(shown)} data-colour="${colour}" />`
  return `<picture>${sources.join('')}${image}</picture>`
}
