import { FORMATS, type Format, picturePath, variantPath } from './media-address'
import type { Picture } from './picture'

/** Wide enough for a browser that knows no `srcset`. */
const PLAIN_WIDTH = 960

const TYPES: Readonly<Record<Format, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
}

/** What an `<img>` and the `<source>`s beside it need. */
export interface PictureSources {
  /** One size for browsers that choose none, site-relative. */
  readonly src: string
  /** Every size of it, as `srcset`. */
  readonly srcset: string
  /** The same in other formats, the smallest first. */
  readonly others: readonly { readonly type: string; readonly srcset: string }[]
}

const srcset = ({ name, widths }: Picture, format: Format): string =>
  widths.map((width) => `${variantPath(name, width, format)} ${width}w`).join(', ')

/** Where a page finds a picture in every size and format. */
export const pictureSources = (picture: Picture): PictureSources => {
  const { name, widths } = picture
  const plain = widths.find((width) => width >= PLAIN_WIDTH) ?? widths.at(-1)
  return {
    src: plain === undefined ? picturePath(name) : variantPath(name, plain, 'jpg'),
    srcset: srcset(picture, 'jpg'),
    others: FORMATS.filter((format) => format !== 'jpg').map((format) => ({
      type: TYPES[format],
      srcset: srcset(picture, format),
    })),
  }
}
