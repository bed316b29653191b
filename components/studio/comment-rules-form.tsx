'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select, type SelectOption } from '@/components/ui/select'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE, type Refused } from '@/lib/http/form-state'

const MODES: readonly SelectOption[] = [
  { value: '', label: 'As everywhere on this site' },
  { value: 'all', label: 'Wait for a moderator, all of them' },
  { value: 'first', label: 'Wait until their author has earned trust' },
  { value: 'open', label: 'Appear unless a check objects' },
  { value: 'closed', label: 'Are not taken' },
]

/** How comments are taken below this piece. */
export function CommentRulesForm({
  articleId,
  version,
  commentMode,
  lastDay,
  saved,
  refused,
  action,
}: {
  articleId: string
  version: number
  commentMode: string
  lastDay: string
  saved: boolean
  refused: Refused | null
  action: FormAction<{ version: number }>
}) {
  const [state, send, sending] = useActionState(action, refused ?? IDLE)
  const typed: Readonly<Partial<Record<string, string>>> = state.kind === 'refused' ? state.values : {}
  const mode = typed.commentMode ?? commentMode
  return (
    <form action={send} className="grid max-w-[34rem] gap-4">
      {state.kind === 'refused' ? (
        <Notice kind="error" title="This was not saved">
          <p>{state.error.message}</p>
        </Notice>
      ) : null}
      {saved && state.kind === 'idle' ? (
        <Notice kind="success">
          <p>Saved. Readers see it now.</p>
        </Notice>
      ) : null}
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="version" value={version} />
      <Select label="New comments" name="commentMode" key={mode} defaultValue={mode} options={MODES} />
      <Field
        label="Last day for comments"
        name="lastDay"
        type="date"
        className="max-w-48"
        defaultValue={typed.lastDay ?? lastDay}
        error={state.kind === 'refused' ? state.error.fields?.lastDay : undefined}
        hint="They close when this day ends (UTC). Empty: as everywhere on this site. What was said stays."
      />
      <Button kind="primary" className="justify-self-start" aria-disabled={sending}>
        Save
      </Button>
    </form>
  )
}
