import { upload } from '../media/upload'
import type { LibraryPicture } from './library-picture'

/** A file of this device, or what the library has already. */
export type PictureSource = File | LibraryPicture

export const picturesAmong = (files: Iterable<File> | null | undefined): readonly File[] =>
  [...(files ?? [])].filter(({ type }) => type.startsWith('image/'))

export const NO_PICTURE = 'That is no picture: JPEG, PNG, WebP, GIF and AVIF are taken.'

interface Told {
  readonly onShare: (file: File, share: number) => void
  readonly onFailed: (file: File, why: string) => void
  readonly signal?: AbortSignal
}

/** A picture of the library: a file becomes one first; null when it was not taken. */
export const bringPicture = async (
  source: PictureSource,
  { onShare, onFailed, signal }: Told,
): Promise<LibraryPicture | null> => {
  if (!(source instanceof File)) return source
  const outcome = await upload(source, (share) => onShare(source, share), signal)
  if (outcome.ok) return outcome.picture
  onFailed(source, outcome.message)
  return null
}
