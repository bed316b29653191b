import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { CoverLine } from '@/lib/articles/cover-lines'
import { pictureName } from '@/lib/media/media-address'
import { CoverShapes } from './cover-shapes'
import { upload } from './media/upload'
import type { PieceValues } from './piece-values'
import { useDrop } from './use-drop'
import { type PicturePick, PicturePicker } from './writing/picture-picker'
import type { PictureSource } from './writing/pictures'

const LINES = ['cover', 'coverAlt', 'coverCredit', 'coverFocus'] as const satisfies readonly CoverLine[]

export interface CoverPictureProps {
  readonly label: string
  readonly typed: PieceValues
  readonly readOnly: boolean
  /** Puts words into a field of the form. */
  readonly onSet: (field: CoverLine, value: string) => void
}

/** The cover, chosen from the library or brought from this device, and what of it is seen where. */
export function CoverPicture({ label, typed, readOnly, onSet }: CoverPictureProps) {
  const pick = useRef<PicturePick>(null)
  const chooser = useRef<HTMLButtonElement>(null)
  const [said, setSaid] = useState('')
  // In the next frame: behind a dialog that is still open nothing takes the focus.
  const goOn = (): void => void requestAnimationFrame(() => chooser.current?.focus())
  const isThere = pictureName(typed.cover) !== null

  const take = async ([source]: readonly PictureSource[]): Promise<void> => {
    if (!source) return
    let picture = source
    if (picture instanceof File) {
      const { name } = picture
      const brought = await upload(picture, (share) => setSaid(`${name}: ${Math.round(share * 100)} %`))
      if (!brought.ok) return setSaid(`${name}: ${brought.message}`)
      picture = brought.picture
    }
    // What the library says of it is where this piece's words begin.
    onSet('cover', picture.address)
    onSet('coverFocus', picture.focus)
    onSet('coverAlt', picture.alt)
    onSet('coverCredit', picture.credit)
    setSaid('')
    if (!(source instanceof File)) goOn()
  }
  const remove = (): void => {
    for (const line of LINES) onSet(line, '')
    setSaid('')
    goOn()
  }
  const { isOver, ...drop } = useDrop((files) => {
    if (readOnly) return
    if (files.length === 0) return setSaid('That is no picture: JPEG, PNG, WebP, GIF and AVIF are taken.')
    void take(files)
  })

  return (
    <section aria-label={label} className="cover-picture" data-over={isOver && !readOnly} {...drop}>
      <p className="field-label">{label}</p>
      {isThere ? (
        <CoverShapes
          cover={typed.cover}
          focus={typed.coverFocus}
          readOnly={readOnly}
          onFocus={(at) => onSet('coverFocus', at)}
        />
      ) : (
        <p className="text-ink-2">{readOnly ? 'None.' : 'None yet: choose one, or drop a picture here.'}</p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {readOnly ? null : (
          <Button ref={chooser} type="button" onClick={() => pick.current?.open(false)}>
            {isThere ? 'Another picture…' : 'Choose a cover…'}
          </Button>
        )}
        {isThere && !readOnly ? (
          <Button type="button" kind="quiet" onClick={remove}>
            No cover
          </Button>
        ) : null}
        <p role="status" className="text-ink-2">
          {said || (isThere && typed.coverAlt.trim() === '' ? 'Say below what the cover shows.' : '')}
        </p>
      </div>
      <PicturePicker
        pick={pick}
        isOne
        onPictures={(pictures) => void take(pictures)}
        say={setSaid}
        onLeave={goOn}
      />
    </section>
  )
}
