'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import type { MediaView } from '@/lib/media/media-view'

const FIELDS = [
  { field: 'alt', label: 'What it shows', hint: 'For those who cannot see it.' },
  { field: 'caption', label: 'Caption', hint: 'Stands below it.' },
  { field: 'credit', label: 'Credit', hint: 'Who made it.' },
  { field: 'focus', label: 'Focal point', hint: 'Percent from the left and the top, for example 40 60.' },
] as const

/** What is said of a picture wherever it is put next. */
export function MediaWordsForm({
  media,
  action,
}: {
  media: MediaView
  action: FormAction<{ name: string }>
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  // Several of these stand on one page: what was refused is another's.
  const refused = state.kind === 'refused' && state.values.name === media.name ? state : null
  return (
    <form action={send} className="grid gap-4 py-3">
      <input type="hidden" name="name" value={media.name} />
      {refused ? (
        <Notice kind="error">
          <p>{refused.error.message}</p>
        </Notice>
      ) : null}
      {FIELDS.map(({ field, label, hint }) => (
        <Field
          key={field}
          id={`${field}-${media.name}`}
          name={field}
          label={label}
          hint={hint}
          error={refused?.error.fields?.[field]}
          defaultValue={String(refused?.values[field] ?? media[field])}
          dir="auto"
          autoComplete="off"
        />
      ))}
      <Button className="justify-self-start" aria-disabled={sending}>
        Save
      </Button>
    </form>
  )
}
