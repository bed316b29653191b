import type { Editor } from '@tiptap/core'
import { useRef, useState } from 'react'
import { NO_PICTURE, type PictureSource, picturesAmong } from './picture-source'
import { type Uploading, askHowTheyStand, follow, insertPictures } from './pictures'
import type { Ask } from './questions'

/** Pictures on their way into a text: one lot after the other, however fast somebody drops them. */
export const usePictures = (ask: Ask, say: (words: string) => void) => {
  const [uploading, setUploading] = useState<Uploading | null>(null)
  const [failed, setFailed] = useState<readonly string[]>([])
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const onFailed = (words: string): void => setFailed((before) => [...before, words])

  const put = (editor: Editor, chosen: readonly PictureSource[], asGallery: boolean, at?: number): void => {
    const place = follow(editor, at ?? editor.state.selection.from)
    const deps = { ask, say, onFailed, onProgress: setUploading }
    line.current = line.current
      .then(() => insertPictures(editor, chosen, { at: place, asGallery }, deps))
      .catch(() =>
        onFailed('Something went wrong with a picture. Look into the media library, and try again.'),
      )
      .finally(() => place.stop())
  }
  /** What was dropped or pasted: whatever is no picture is named. */
  const drop = async (editor: Editor, files: readonly File[], at: number): Promise<void> => {
    if (!editor.isEditable) return
    const pictures = picturesAmong(files)
    for (const { name } of files.filter((file) => !pictures.includes(file)))
      onFailed(`${name}: ${NO_PICTURE}`)
    if (pictures.length === 0) return
    if (pictures.length === 1) return put(editor, pictures, false, at)
    const place = follow(editor, at)
    const how = await askHowTheyStand(pictures.length, ask)
    place.stop()
    if (how) put(editor, pictures, how === 'gallery', place.position())
  }
  return { uploading, failed, forgetFailed: () => setFailed([]), put, drop }
}
