import { z } from 'zod'
import type { Media } from '../media/media-store'
import type { Picture } from '../media/picture'
import { integer, text, textOrNull } from './cells'
import type { Row } from './sql'

const widths = z.array(z.number())

/** What a page needs to show a picture: its name, size, colour and widths. */
export const readPicture = (row: Row): Picture => ({
  name: text(row, 'id'),
  width: integer(row, 'width'),
  height: integer(row, 'height'),
  colour: textOrNull(row, 'colour') ?? '',
  widths: widths.parse(JSON.parse(text(row, 'variants'))),
})

/** A whole row of `media`. */
export const readMedia = (row: Row): Media => ({
  ...readPicture(row),
  fileName: text(row, 'fileName'),
  bytes: integer(row, 'bytes'),
  alt: text(row, 'alt'),
  caption: text(row, 'caption'),
  credit: text(row, 'credit'),
  focus: textOrNull(row, 'focus') ?? '',
  uploadedById: text(row, 'uploadedById'),
  createdAt: integer(row, 'createdAt'),
})

/** The columns of a new row of `media`, for Prisma. */
export const mediaColumns = (media: Media) => ({
  id: media.name,
  hash: media.name,
  mimeType: 'image/jpeg',
  ...{ fileName: media.fileName, bytes: media.bytes, width: media.width, height: media.height },
  ...{ alt: media.alt, caption: media.caption, credit: media.credit, focus: media.focus },
  ...{ colour: media.colour, variants: JSON.stringify(media.widths) },
  ...{ uploadedById: media.uploadedById, createdAt: BigInt(media.createdAt) },
})
