import { useRef, useState } from 'react'
import { useDrop } from './use-drop'
import type { LibraryPicture } from './writing/library-picture'
import type { PicturePick } from './writing/picture-picker'
import { NO_PICTURE, type PictureSource, bringPicture } from './writing/picture-source'

/** A place for one picture: chosen from the library, brought from this device, or dropped on it. */
export const useOnePicture = (readOnly: boolean, onPicture: (picture: LibraryPicture) => void) => {
  const pick = useRef<PicturePick>(null)
  const chooser = useRef<HTMLButtonElement>(null)
  const [said, say] = useState('')
  // In the next frame: behind a dialog that is still open nothing takes the focus.
  const goOn = (): void => void requestAnimationFrame(() => chooser.current?.focus())

  const take = async ([source, ...others]: readonly PictureSource[]): Promise<void> => {
    if (!source) return
    const picture = await bringPicture(source, {
      onShare: ({ name }, share) => say(`${name}: ${Math.round(share * 100)} %`),
      onFailed: ({ name }, why) => say(`${name}: ${why}`),
    })
    if (!picture) return
    onPicture(picture)
    say(others.length > 0 ? `There is room for one picture: ${picture.fileName} was taken.` : '')
    if (!(source instanceof File)) goOn()
  }
  const { isOver, ...drop } = useDrop((files) => {
    if (readOnly) return
    if (files.length === 0) return say(NO_PICTURE)
    void take(files)
  })
  return { pick, chooser, said, say, goOn, take, drop, isOver: isOver && !readOnly }
}
