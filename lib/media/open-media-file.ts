import type { Ports } from '../ports'
import { readFileName, variantFile } from './media-address'
import type { MediaFile } from './media-files'

/** A file of the library that somebody asks for by its name; null for whatever is not of a picture that is there. */
export const openMediaFile = async (
  { mediaStore, mediaFiles }: Pick<Ports, 'mediaStore' | 'mediaFiles'>,
  file: string,
): Promise<MediaFile | null> => {
  const asked = readFileName(file)
  if (!asked) return null
  const [picture] = await mediaStore.pictures([asked.name])
  if (!picture) return null
  if (asked.kind === 'crop') return mediaFiles.open(file)
  const width = asked.width ?? picture.widths.at(-1) ?? picture.width
  return picture.widths.includes(width) ? mediaFiles.open(variantFile(asked.name, width, asked.format)) : null
}
