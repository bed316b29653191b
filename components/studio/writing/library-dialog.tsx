import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { type LibraryPicture, askLibrary } from './library-picture'

export interface LibraryDialogProps {
  /** Several together, in the order in which they were chosen. */
  readonly asGallery: boolean
  /** From this device instead. */
  readonly onFiles: () => void
  readonly onChoose: (pictures: readonly LibraryPicture[]) => void
  readonly onClose: () => void
}

/** Where a picture comes from: the library, or a file of this device. Loaded when it is asked for. */
export function LibraryDialog({ asGallery, onFiles, onChoose, onClose }: LibraryDialogProps) {
  const [pictures, setPictures] = useState<readonly LibraryPicture[]>([])
  const [after, setAfter] = useState('')
  const [next, setNext] = useState<string | null>(null)
  const [state, setState] = useState<'asking' | 'here' | 'away'>('asking')
  const [chosen, setChosen] = useState<readonly LibraryPicture[]>([])
  useEffect(() => {
    const gone = new AbortController()
    void askLibrary(after, gone.signal).then((page) => {
      if (gone.signal.aborted) return
      setState(page ? 'here' : 'away')
      if (!page) return
      setPictures((before) => (after === '' ? page.pictures : [...before, ...page.pictures]))
      setNext(page.next)
    })
    return () => gone.abort()
  }, [after])

  const press = (picture: LibraryPicture): void => {
    if (!asGallery) return onChoose([picture])
    setChosen((before) =>
      before.includes(picture) ? before.filter((one) => one !== picture) : [...before, picture],
    )
  }

  return (
    <Dialog title={asGallery ? 'Pictures of a gallery' : 'Picture'} onCancel={onClose}>
      <Button type="button" className="justify-self-start" onClick={onFiles}>
        {asGallery ? 'Files of this device…' : 'A file of this device…'}
      </Button>
      <p role="status" className="text-ink-2">
        {state === 'asking' ? 'Looking into the library…' : null}
        {state === 'away' ? 'The library cannot be reached just now.' : null}
        {state === 'here' ? (pictures.length === 0 ? 'The library is empty.' : 'Or from the library:') : null}
      </p>
      {pictures.length === 0 ? null : (
        <ul className="library-pictures">
          {pictures.map((picture) => (
            <li key={picture.address}>
              <button
                type="button"
                className="library-picture"
                aria-pressed={asGallery ? chosen.includes(picture) : undefined}
                onClick={() => press(picture)}
              >
                <img
                  src={picture.src}
                  srcSet={picture.srcset}
                  sizes="8rem"
                  loading="lazy"
                  alt={picture.alt || picture.fileName}
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      <DialogActions onCancel={onClose}>
        {chosen.length > 0 ? (
          <Button kind="primary" type="button" onClick={() => onChoose(chosen)}>
            {chosen.length === 1 ? 'Use 1 picture' : `Use ${chosen.length} pictures`}
          </Button>
        ) : null}
        {next === null ? null : (
          <Button type="button" onClick={() => setAfter(next)}>
            Older pictures
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
