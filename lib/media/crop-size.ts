import type { Shape } from './media-address'

const RATIOS: Readonly<Record<Shape, number>> = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 }
const MOST_WIDTH = 1_200

/** Pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The largest part of a picture that has this shape. */
export const largestPart = ({ width, height }: Size, shape: Shape): Size => {
  const ratio = RATIOS[shape]
  return width / height > ratio
    ? { width: Math.round(height * ratio), height }
    : { width, height: Math.round(width / ratio) }
}

/** How large that part is as a file: 1,200 pixels wide at most. */
export const cropSize = (picture: Size, shape: Shape): Size => {
  const { width, height } = largestPart(picture, shape)
  return width <= MOST_WIDTH
    ? { width, height }
    : { width: MOST_WIDTH, height: Math.round((height * MOST_WIDTH) / width) }
}
