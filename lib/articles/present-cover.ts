import { cropPath, picturePath } from '../media/media-address'
import { pictureSources } from '../media/picture-sources'
import type { CoverView } from './article-view'
import type { Cover } from './cover'
import { focusMark } from '../media/focus'

/** A picture with everything a page needs to show it at once, in its place. */
export const presentCover = ({ picture, alt, credit, focus }: Cover): CoverView => {
  const { name, width, height, colour } = picture
  return {
    ...pictureSources(picture),
    path: picturePath(name),
    ...{ width, height, colour, alt, credit },
    focus: focusMark(focus),
    crops: {
      wide: cropPath(name, '16x9', focus),
      standard: cropPath(name, '4x3', focus),
      square: cropPath(name, '1x1', focus),
    },
  }
}
