import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useOnePicture } from './use-one-picture'
import type { LibraryPicture } from './writing/library-picture'
import { PicturePicker } from './writing/picture-picker'

interface Props {
  readonly label: string
  /** One is there: it can be replaced and taken away. */
  readonly isThere: boolean
  readonly readOnly?: boolean
  /** On the buttons that choose the first one, and leave the place empty. */
  readonly choose: string
  readonly remove: string
  /** Said while nothing has to be said of the picture that comes. */
  readonly note: string
  readonly onPicture: (picture: LibraryPicture) => void
  readonly onRemove: () => void
  /** The picture as it is looked at here, or that there is none. */
  readonly children: ReactNode
}

/** A place for one picture, chosen from the library, brought from this device, or dropped on it. */
export function OnePicture(props: Props) {
  const { label, isThere, readOnly = false, choose, remove, note, onPicture, onRemove, children } = props
  const { pick, chooser, said, say, goOn, take, drop, isOver } = useOnePicture(readOnly, onPicture)
  return (
    <section aria-label={label} className="cover-picture" data-over={isOver} {...drop}>
      <p className="field-label">{label}</p>
      {children}
      <div className="flex flex-wrap items-center gap-3">
        {readOnly ? null : (
          <Button ref={chooser} type="button" onClick={() => pick.current?.open(false)}>
            {isThere ? 'Another picture…' : choose}
          </Button>
        )}
        {isThere && !readOnly ? (
          <Button
            type="button"
            kind="quiet"
            onClick={() => {
              onRemove()
              say('')
              goOn()
            }}
          >
            {remove}
          </Button>
        ) : null}
        <p role="status" className="text-ink-2">
          {said || note}
        </p>
      </div>
      <PicturePicker
        pick={pick}
        isOne
        onPictures={(pictures) => void take(pictures)}
        say={say}
        onLeave={goOn}
      />
    </section>
  )
}
