'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE, type Refused } from '@/lib/http/form-state'
import { AppearanceFields } from './appearance-fields'
import { CheckFields } from './check-fields'
import { CommentFields } from './comment-fields'
import { PublicationFields } from './publication-fields'
import { ReasonFields } from './reason-fields'
import { SettingsConflict } from './settings-conflict'
import { type StoredSettings, theirsIn, typedIn } from './settings-state'
import { SETTINGS_LABELS, type SettingsValues } from './settings-values'

const FIELDS = {
  publication: PublicationFields,
  appearance: AppearanceFields,
  comments: CommentFields,
  reasons: ReasonFields,
  checks: CheckFields,
} as const

/** One page of the settings as a form: it sends its own fields, and leaves those of the other pages alone. */
export function SettingsForm({
  fields,
  action,
  stored,
  saved,
  refused,
  beside,
}: {
  fields: keyof typeof FIELDS
  action: FormAction<{ version: number }>
  stored: StoredSettings
  /** They were stored by the request before this one. */
  saved: boolean
  /** The form this request posted. React finds its state by key, and after a conflict the key is another version's. */
  refused: Refused | null
  /** Further buttons. */
  beside?: ReactNode
}) {
  const [state, send, sending] = useActionState(action, refused ?? IDLE)
  const typed = typedIn(state, stored.values)
  const theirs = theirsIn(state)
  const sent = state.kind === 'refused' ? state.values : {}
  const Fields = FIELDS[fields]
  const given = (name: keyof SettingsValues) => ({
    name,
    label: SETTINGS_LABELS[name],
    defaultValue: typed[name],
    error: state.kind === 'refused' ? state.error.fields?.[name] : undefined,
  })

  return (
    <form action={send} className="grid gap-8">
      {theirs ? <SettingsConflict theirs={theirs.values} typed={typed} sent={sent} /> : null}
      {state.kind === 'refused' && !theirs ? (
        <Notice kind="error">
          <p>{state.error.message}</p>
        </Notice>
      ) : null}
      {saved && state.kind === 'idle' ? (
        <Notice kind="success">
          <p>Settings saved.</p>
        </Notice>
      ) : null}
      {/* After a conflict the next save is meant to replace what was seen above. */}
      <input type="hidden" name="version" value={theirs?.version ?? stored.version} />
      <Fields given={given} />
      <div className="flex flex-wrap items-baseline gap-3">
        <Button kind="primary" aria-disabled={sending}>
          Save settings
        </Button>
        {beside}
      </div>
    </form>
  )
}
