import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { MediaLibraryLink } from '@/components/ui/media-library-link'
import { useHasScripts } from '@/components/ui/use-has-scripts'
import { OnePicture } from '../studio/one-picture'
import type { GivenField } from './given-field'

/**
 * A logo. Where scripts run it is chosen from the library or brought from this device, and looked at on its paper; its
 * address is nobody's business until something is wrong with it. Without scripts the address is typed.
 */
export function LogoField({
  given,
  paper,
  hint,
  none,
}: {
  given: GivenField
  paper: 'light' | 'dark'
  hint: string
  /** What stands there without one. */
  none: string
}) {
  const { name, label, defaultValue, error } = given
  const [address, setAddress] = useState(defaultValue)
  if (!useHasScripts() || error !== undefined)
    return (
      <div className="grid gap-1">
        <Field
          {...given}
          spellCheck={false}
          hint={`Address of a picture of the media library: /media/….jpg. ${hint} Empty: ${none}`}
        />
        <MediaLibraryLink />
      </div>
    )
  return (
    <OnePicture
      label={label}
      isThere={address !== ''}
      choose="Choose a picture…"
      remove="No picture"
      note={address === defaultValue ? '' : 'Not saved yet.'}
      onPicture={(picture) => setAddress(picture.address)}
      onRemove={() => setAddress('')}
    >
      <p className="field-hint">{hint}</p>
      <input type="hidden" name={name} value={address} />
      {address === '' ? (
        <p className="text-ink-2">None: {none} Choose a picture, or drop one here.</p>
      ) : (
        <p className={`logo-paper specimen-${paper}`}>
          {/* What is transparent stays so, as in the page. */}
          <img src={address.replace(/\.jpg$/, '.webp')} alt={`${label}, as it is now`} />
        </p>
      )}
    </OnePicture>
  )
}
