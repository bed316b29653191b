import { Button } from '@/components/ui/button'
import type { CoverLine } from '@/lib/articles/cover-lines'
import { pictureName } from '@/lib/media/media-address'
import { CoverShapes } from './cover-shapes'
import type { PieceValues } from './piece-values'
import { useOnePicture } from './use-one-picture'
import { PicturePicker } from './writing/picture-picker'

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
  // What the library says of it is where this piece's words begin.
  const { pick, chooser, said, say, goOn, take, drop, isOver } = useOnePicture(
    readOnly,
    ({ address, focus, alt, credit }) => {
      onSet('cover', address)
      onSet('coverFocus', focus)
      onSet('coverAlt', alt)
      onSet('coverCredit', credit)
    },
  )
  const isThere = pictureName(typed.cover) !== null
  const remove = (): void => {
    for (const line of LINES) onSet(line, '')
    say('')
    goOn()
  }

  return (
    <section aria-label={label} className="cover-picture" data-over={isOver} {...drop}>
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
        say={say}
        onLeave={goOn}
      />
    </section>
  )
}
