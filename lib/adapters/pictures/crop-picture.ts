import { join } from 'node:path'
import sharp from 'sharp'
import type { Shape } from '../../media/media-address'

const MOST_WIDTH = 1_200

const RATIOS: Readonly<Record<Shape, number>> = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 }

/** The largest part of that shape with the focal point as near to its middle as the edges let it be. */
export const cropBox = (width: number, height: number, ratio: number, focus: string) => {
  const [x = 50, y = 50] = focus === '' ? [] : focus.split(' ').map(Number)
  const [w, h] =
    width / height > ratio ? [Math.round(height * ratio), height] : [width, Math.round(width / ratio)]
  const start = (percent: number, whole: number, part: number): number =>
    Math.round(Math.min(Math.max((percent / 100) * whole - part / 2, 0), whole - part))
  return { left: start(x, width, w), top: start(y, height, h), width: w, height: h }
}

/** A JPEG cut to a shape, written into the folder `into`; the path of it. */
export const cropPicture = async (
  file: string,
  shape: Shape,
  focus: string,
  into: string,
): Promise<string> => {
  const { width, height } = await sharp(file).metadata()
  const path = join(into, `${shape}.jpg`)
  await sharp(file)
    .extract(cropBox(width, height, RATIOS[shape], focus))
    .resize({ width: MOST_WIDTH, withoutEnlargement: true })
    .jpeg({ quality: 80, progressive: true })
    .toFile(path)
  return path
}
