import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { LibraryDialog } from './library-dialog'
import { type PictureSource, picturesAmong } from './picture-source'

export interface PicturePick {
  open(asGallery: boolean): void
}

/** Asks where pictures come from: the library, or files of this device. */
export function PicturePicker({
  pick,
  isOne = false,
  onPictures,
  say,
  onLeave,
}: {
  pick: Ref<PicturePick>
  /** There is room for one picture only. */
  isOne?: boolean
  onPictures: (pictures: readonly PictureSource[], asGallery: boolean) => void
  say: (words: string) => void
  onLeave: () => void
}) {
  const files = useRef<HTMLInputElement>(null)
  const [asGallery, setAsGallery] = useState(false)
  const [Dialog, setDialog] = useState<typeof LibraryDialog | null>(null)
  useImperativeHandle(pick, () => ({
    open: (gallery) => {
      setAsGallery(gallery)
      import('./library-dialog')
        .then((loaded) => setDialog(() => loaded.LibraryDialog))
        // Without a connection there is no library either; a file may be chosen all the same.
        .catch(() => say('The library could not be loaded. Drop a picture here instead.'))
    },
  }))
  const close = (): void => {
    setDialog(null)
    onLeave()
  }
  return (
    <>
      <input
        ref={files}
        type="file"
        hidden
        multiple={!isOne}
        accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
        aria-hidden
        tabIndex={-1}
        onChange={({ target }) => {
          const chosen = picturesAmong(target.files)
          target.value = ''
          if (chosen.length === 0) return
          setDialog(null)
          onPictures(chosen, asGallery)
        }}
      />
      {Dialog ? (
        <Dialog
          asGallery={asGallery}
          onFiles={() => files.current?.click()}
          onChoose={(pictures) => {
            setDialog(null)
            onPictures(pictures, asGallery)
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}
