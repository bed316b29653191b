import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { MediaLibraryLink } from '@/components/ui/media-library-link'
import { useHasScripts } from '@/components/ui/use-has-scripts'
import { useOnePicture } from '../studio/use-one-picture'
import { PicturePicker } from '../studio/writing/picture-picker'
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
  const { pick, chooser, said, say, goOn, take, drop, isOver } = useOnePicture(false, (picture) =>
    setAddress(picture.address),
  )
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
    <section aria-label={label} className="cover-picture" data-over={isOver} {...drop}>
      <p className="field-label">{label}</p>
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
      <div className="flex flex-wrap items-center gap-3">
        <Button ref={chooser} type="button" onClick={() => pick.current?.open(false)}>
          {address === '' ? 'Choose a picture…' : 'Another picture…'}
        </Button>
        {address === '' ? null : (
          <Button
            type="button"
            kind="quiet"
            onClick={() => {
              setAddress('')
              say('')
              goOn()
            }}
          >
            No picture
          </Button>
        )}
        <p role="status" className="text-ink-2">
          {said || (address === defaultValue ? '' : 'Not saved yet.')}
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
