import { join } from 'node:path'
import sharp from 'sharp'
import { type Size, cropSize, largestPart } from '../../media/crop-size'
import type { Shape } from '../../media/media-address'

/** The largest part of that shape with the focal point as near to its middle as the edges let it be. */
export const cropBox = (picture: Size, shape: Shape, focus: string) => {
  const [x = 50, y = 50] = focus === '' ? [] : focus.split(' ').map(Number)
  const { width, height } = largestPart(picture, shape)
  const start = (percent: number, whole: number, part: number): number =>
    Math.round(Math.min(Math.max((percent / 100) * whole - part / 2, 0), whole - part))
  return { left: start(x, picture.width, width), top: start(y, picture.height, height), width, height }
}

/** A JPEG cut to a shape, written into the folder `into`; the path of it. */
export const cropPicture = async (
  file: string,
  shape: Shape,
  focus: string,
  into: string,
): Promise<string> => {
  const picture = await sharp(file).metadata()
  const path = join(into, `${shape}.jpg`)
  await sharp(file)
    .extract(cropBox(picture, shape, focus))
    // As large as pages say it is.
    .resize({ ...cropSize(picture, shape), fit: 'fill' })
    .jpeg({ quality: 80, progressive: true })
    .toFile(path)
  return path
}
