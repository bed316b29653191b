'use client'

import { useActionState } from 'react'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { RefusalNotice } from '../account/refusal-notice'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'

/** A note about somebody for colleagues. */
export function NoteForm({
  person,
  action,
}: {
  person: string
  action: FormAction<{ readonly path: string }>
}) {
  const [state, send] = useActionState(action, IDLE)
  const refused = state.kind === 'refused' ? state : null
  const error = refused?.error.fields?.note
  return (
    <form action={send} className="grid gap-2">
      <input type="hidden" name="person" value={person} />
      {error ? null : <RefusalNotice state={state} />}
      <TextArea
        label="A note for colleagues"
        name="note"
        id="person-note"
        rows={2}
        className="min-h-16"
        dir="auto"
        error={error}
        defaultValue={refused?.values.note}
      />
      <Button className="justify-self-start">Keep the note</Button>
    </form>
  )
}
