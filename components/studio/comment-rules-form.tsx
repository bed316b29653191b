'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE, type Refused } from '@/lib/http/form-state'
import { PIECE_COMMENT_MODES } from './piece-comment-modes'
import { SaveNotices } from './save-notices'

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
      <SaveNotices state={state} saved={saved} words="Saved. Readers see it now." />
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="version" value={version} />
      <Select
        label="New comments"
        name="commentMode"
        key={mode}
        defaultValue={mode}
        options={PIECE_COMMENT_MODES}
      />
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
