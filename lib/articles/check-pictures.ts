import { pictureName, picturePath } from '../media/media-address'
import type { Ports } from '../ports'
import type { Check } from './check-document'
import type { Doc } from './document/document'
import { picturesOf } from './document/pictures-of'

/** More are not looked up. */
const MOST = 60
/** Pixels of the widest copy that a page sends: a photo 2,560 wide has four to seven million, a long strip many more. */
const PIXELS = 12_000_000
/** Of all its copies together: of a photo of 20 megapixels some five million. */
const BYTES = 20_000_000

const megapixels = (pixels: number): string => `${Math.round(pixels / 1_000_000)} megapixels`
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`

/** Pictures that would be sent far larger than any page shows them. */
export const checkPictures = async (
  { mediaStore }: Pick<Ports, 'mediaStore'>,
  doc: Doc,
): Promise<readonly Check[]> => {
  const names = picturesOf(doc).flatMap((src) => pictureName(src) ?? [])
  const found = await Promise.all(names.slice(0, MOST).map((name) => mediaStore.find(name)))
  return found.flatMap((media) => {
    if (media === null) return []
    const widest = Math.max(...media.widths)
    const pixels = widest * Math.round((widest * media.height) / media.width)
    const what =
      pixels > PIXELS
        ? `is sent with ${megapixels(pixels)}, far more than a page can show: cut it, or make several of it`
        : media.bytes > BYTES
          ? `weighs ${megabytes(media.bytes)} in all its sizes: whoever has a slow line waits for it. Upload a simpler one`
          : null
    if (what === null) return []
    const where = picturePath(media.name)
    return [
      {
        ...({ check: 'picture', weight: 'objects', where } as const),
        says: `The picture ${media.fileName || where} ${what}.`,
      },
    ]
  })
}
