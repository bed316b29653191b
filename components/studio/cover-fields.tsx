import { Field } from '@/components/ui/field'
import { MediaLibraryLink } from '@/components/ui/media-library-link'
import type { PieceFieldFacts } from './piece-ties-fields'

/** The picture that stands for the piece: on the front page, in lists, where it is shared. */
export function CoverFields({ facts }: { facts: PieceFieldFacts }) {
  return (
    <>
      <div className="grid gap-1 sm:col-span-2">
        <Field
          {...facts('cover')}
          spellCheck={false}
          hint="Address of a picture of the media library: /media/….jpg. Empty for none."
        />
        <MediaLibraryLink />
      </div>
      <Field {...facts('coverAlt')} dir="auto" hint="For those who cannot see it." />
      <Field {...facts('coverCredit')} dir="auto" hint="Who made it." />
      <Field {...facts('coverFocus')} hint="Percent from the left and the top, for example 40 60." />
    </>
  )
}
