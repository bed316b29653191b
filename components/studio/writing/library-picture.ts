import type { MediaView } from '@/lib/media/media-view'

/** A picture that the library has, with what is said of it there. */
export type LibraryPicture = Pick<
  MediaView,
  'address' | 'src' | 'srcset' | 'fileName' | 'alt' | 'caption' | 'credit' | 'focus'
>

export interface LibraryPage {
  readonly pictures: readonly LibraryPicture[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
}

const isPage = (value: unknown): value is LibraryPage =>
  typeof value === 'object' && value !== null && 'pictures' in value && Array.isArray(value.pictures)

/** A page of the library; null where nobody answered. */
export const askLibrary = async (after: string, signal: AbortSignal): Promise<LibraryPage | null> => {
  try {
    const answer = await fetch(`/studio/media/pictures?after=${encodeURIComponent(after)}`, { signal })
    const value: unknown = answer.ok ? await answer.json() : null
    return isPage(value) ? value : null
  } catch {
    return null
  }
}
