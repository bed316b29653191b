import { picturePath } from '../media/media-address'
import type { Cover } from './cover'

export const COVER_LINES = ['cover', 'coverAlt', 'coverCredit', 'coverFocus'] as const
export type CoverLine = (typeof COVER_LINES)[number]

/** A cover as forms hold it: the address of a picture of the library ('' for none), and what is said of it. */
export const coverLines = (cover: Cover | null): Readonly<Record<CoverLine, string>> => ({
  cover: cover ? picturePath(cover.picture.name) : '',
  coverAlt: cover?.alt ?? '',
  coverCredit: cover?.credit ?? '',
  coverFocus: cover?.focus ?? '',
})
