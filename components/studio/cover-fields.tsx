import { useRef } from 'react'
import { Field } from '@/components/ui/field'
import { MediaLibraryLink } from '@/components/ui/media-library-link'
import { useHasScripts } from '@/components/ui/use-has-scripts'
import type { CoverLine } from '@/lib/articles/cover-lines'
import { CoverPicture } from './cover-picture'
import type { PieceFieldFacts } from './piece-ties-fields'
import type { PieceValues } from './piece-values'

/**
 * The picture that stands for the piece: on the front page, in lists, where it is shared. Where scripts run it is chosen,
 * and its address is nobody's business until something is wrong with it; the field holds it all the same, and is sent.
 * `typed` as in `PieceFields`.
 */
export function CoverFields({ facts, typed }: { facts: PieceFieldFacts; typed: PieceValues | undefined }) {
  // Outlives these fields: they may be filled anew while a picture is on its way.
  const form = useRef<HTMLFormElement | null>(null)
  const isChosen = useHasScripts() && typed !== undefined
  const address = facts('cover')
  const set = (field: CoverLine, value: string): void => {
    const input = form.current?.elements.namedItem(field)
    if (!(input instanceof HTMLInputElement) || input.value === value) return
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <>
      <div
        ref={(root) => {
          if (root) form.current = root.closest('form')
        }}
        className="grid gap-3 sm:col-span-2"
      >
        {isChosen ? (
          <CoverPicture label={address.label} typed={typed} readOnly={address.readOnly} onSet={set} />
        ) : null}
        <div className="grid gap-1" hidden={isChosen && address.error === undefined}>
          <Field
            {...address}
            label={isChosen ? 'Its place in the media library' : address.label}
            spellCheck={false}
            hint="Address of a picture of the media library: /media/….jpg. Empty for none."
          />
          <MediaLibraryLink />
        </div>
      </div>
      <Field {...facts('coverAlt')} dir="auto" hint="For those who cannot see it." />
      <Field {...facts('coverCredit')} dir="auto" hint="Who made it." />
      <Field
        {...facts('coverFocus')}
        hint="What stays in sight where it is cropped: percent from the left and the top, for example 40 60."
      />
    </>
  )
}
