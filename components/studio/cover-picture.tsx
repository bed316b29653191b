import type { CoverLine } from '@/lib/articles/cover-lines'
import { pictureName } from '@/lib/media/media-address'
import { CoverShapes } from './cover-shapes'
import { OnePicture } from './one-picture'
import type { PieceValues } from './piece-values'

const LINES = ['cover', 'coverAlt', 'coverCredit', 'coverFocus'] as const satisfies readonly CoverLine[]

export interface CoverPictureProps {
  readonly label: string
  readonly typed: PieceValues
  readonly readOnly: boolean
  /** Puts words into a field of the form. */
  readonly onSet: (field: CoverLine, value: string) => void
}

/** The cover, and what of it is seen where. */
export function CoverPicture({ label, typed, readOnly, onSet }: CoverPictureProps) {
  const isThere = pictureName(typed.cover) !== null
  return (
    <OnePicture
      {...{ label, isThere, readOnly }}
      choose="Choose a cover…"
      remove="No cover"
      note={isThere && typed.coverAlt.trim() === '' ? 'Say below what the cover shows.' : ''}
      // What the library says of it is where this piece's words begin.
      onPicture={({ address, focus, alt, credit }) => {
        onSet('cover', address)
        onSet('coverFocus', focus)
        onSet('coverAlt', alt)
        onSet('coverCredit', credit)
      }}
      onRemove={() => {
        for (const line of LINES) onSet(line, '')
      }}
    >
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
    </OnePicture>
  )
}
