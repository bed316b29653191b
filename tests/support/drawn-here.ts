import { cropPicture } from '../../lib/adapters/pictures/crop-picture'
import { drawPicture } from '../../lib/adapters/pictures/draw-picture'
import { ok } from '../../lib/kernel/result'
import type { PictureMaker } from '../../lib/media/picture-maker'

/** The real thing, in this process. */
export const drawnHere: PictureMaker = {
  make: drawPicture,
  crop: async (file, shape, focus, into) => ok(await cropPicture(file, shape, focus, into)),
}
