/** Every picture is drawn in each of these, the smallest first. */
export const FORMATS = ['avif', 'webp', 'jpg'] as const
export type Format = (typeof FORMATS)[number]

/** Shapes a cover is cut to, for whoever shows it elsewhere. */
export const SHAPES = ['16x9', '4x3', '1x1'] as const
export type Shape = (typeof SHAPES)[number]

/** A name of the media library: made of a secret and the bytes, so that nobody guesses it. */
const NAME = '[0-9a-f]{26}'
const PICTURE = new RegExp(`^/media/(${NAME})\\.jpg$`)
const VARIANT = new RegExp(`^(${NAME})(?:-([1-9]\\d{0,3}))?\\.(avif|webp|jpg)$`)
const CROP = new RegExp(`^(${NAME})-(?:${SHAPES.join('|')})-\\d{1,3}-\\d{1,3}\\.jpg$`)

/** One size of a picture, as a file; `width` in pixels. */
export const variantFile = (name: string, width: number, format: Format): string =>
  `${name}-${width}.${format}`

/** A part of it, 1,200 pixels wide at most, as a JPEG; `focus` as in `Cover`. */
export const cropFile = (name: string, shape: Shape, focus: string): string =>
  `${name}-${shape}-${(focus || '50 50').replace(' ', '-')}.jpg`

/** Where a picture stands, as documents name it: what is sent is its largest JPEG. */
export const picturePath = (name: string): string => `/media/${name}.jpg`

/** Site-relative: one size of a picture; `width` in pixels. */
export const variantPath = (name: string, width: number, format: Format): string =>
  `/media/${variantFile(name, width, format)}`

/** Site-relative: a part of it; `focus` as in `Cover`. */
export const cropPath = (name: string, shape: Shape, focus: string): string =>
  `/media/${cropFile(name, shape, focus)}`

/** The name of the picture that stands there, or null when it is none of the library. */
export const pictureName = (path: string): string | null => PICTURE.exec(path)?.[1] ?? null

export type FileName =
  | {
      readonly kind: 'variant'
      readonly name: string
      /** Null for the widest there is. */
      readonly width: number | null
      readonly format: Format
    }
  | { readonly kind: 'crop'; readonly name: string }

/** What a file of the library is, told by its name; null for any other name. */
export const readFileName = (file: string): FileName | null => {
  const crop = CROP.exec(file)?.[1]
  if (crop !== undefined) return { kind: 'crop', name: crop }
  const [, name, width, extension] = VARIANT.exec(file) ?? []
  const format = FORMATS.find((one) => one === extension)
  if (name === undefined || format === undefined) return null
  return { kind: 'variant', name, width: width === undefined ? null : Number(width), format }
}

const TYPES: Readonly<Record<Format, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
}

/** By the end of its name. */
export const mediaType = (file: string): string =>
  TYPES[FORMATS.find((format) => file.endsWith(`.${format}`)) ?? 'jpg']
