'use client'

import { useActionState } from 'react'
import { RefusalNotice } from '@/components/account/refusal-notice'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'

const KINDS = [
  { value: 'update', label: 'An update: something was added or has happened since' },
  { value: 'correction', label: 'A correction: something was wrong' },
] as const

/** Tells readers of a change, in words that begin with what the comparison found. */
export function NoteForm({
  articleId,
  version,
  suggested,
  action,
}: {
  articleId: string
  version: number
  suggested: string
  action: FormAction<{ version: number }>
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  const values = state.kind === 'refused' ? state.values : {}
  const errors = state.kind === 'refused' ? (state.error.fields ?? {}) : {}
  const kind = values.kind ?? 'update'
  return (
    <form action={send} className="grid max-w-[34rem] gap-4">
      {errors.words ? null : <RefusalNotice state={state} />}
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="version" value={version} />
      <Select key={kind} label="What it is" name="kind" defaultValue={kind} options={KINDS} />
      <TextArea
        label="What readers are told"
        name="words"
        rows={3}
        dir="auto"
        defaultValue={values.words ?? suggested}
        error={errors.words}
        hint="It stands below the piece with today’s date, in feeds and in what search engines read, once you publish the change."
      />
      <Button className="justify-self-start" aria-disabled={sending}>
        Add the note to the draft
      </Button>
    </form>
  )
}
