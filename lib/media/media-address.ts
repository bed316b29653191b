export const FORMATS = ['avif', 'webp', 'jpg'] as const
export type Format = (typeof FORMATS)[number]

/** Where a picture stands, as documents name it: what is sent is its largest JPEG. */
export const picturePath = (name: string): string => `/media/${name}.jpg`

/** One size of it; `width` in pixels. */
export const variantPath = (name: string, width: number, format: Format): string =>
  `/media/${name}-${width}.${format}`
