'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE, type Refused } from '@/lib/http/form-state'
import { COMMENT_MODES, SNIPPET_CHOICES } from './comment-modes'
import { SettingsConflict } from './settings-conflict'
import { type StoredSettings, theirsIn, typedIn } from './settings-state'
import { SETTINGS_LABELS, type SettingsValues } from './settings-values'

export function SettingsForm({
  action,
  stored,
  saved,
  refused,
}: {
  action: FormAction<{ version: number }>
  stored: StoredSettings
  /** They were stored by the request before this one. */
  saved: boolean
  /** The form this request posted. React finds its state by key, and after a conflict the key is another version's. */
  refused: Refused | null
}) {
  const [state, send, sending] = useActionState(action, refused ?? IDLE)
  const typed = typedIn(state, stored.values)
  const theirs = theirsIn(state)
  const given = (name: keyof SettingsValues) => ({
    name,
    label: SETTINGS_LABELS[name],
    defaultValue: typed[name],
    error: state.kind === 'refused' ? state.error.fields?.[name] : undefined,
  })
  const number = {
    type: 'number',
    inputMode: 'numeric',
    className: 'max-w-28',
    required: true,
    min: 0,
  } as const

  return (
    <form action={send} className="grid gap-8">
      {theirs ? <SettingsConflict theirs={theirs.values} typed={typed} /> : null}
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

      <fieldset className="grid gap-4">
        <legend className="mb-3 text-h3 font-bold">Publication</legend>
        <Field {...given('name')} required />
        <TextArea
          {...given('description')}
          rows={2}
          className="min-h-[4.5em]"
          hint="One or two sentences, for feeds and search engines."
        />
        <TextArea
          {...given('profiles')}
          rows={2}
          className="min-h-[4.5em]"
          hint="Addresses of this publication in other places, one per line. Those places can then see that the page is yours."
        />
      </fieldset>

      <fieldset className="grid gap-4">
        <legend className="mb-3 text-h3 font-bold">Comments</legend>
        <Select {...given('commentMode')} key={typed.commentMode} options={COMMENT_MODES} />
        <TextArea
          {...given('guidelines')}
          rows={5}
          dir="auto"
          hint="What you ask of commenters, in Markdown, for the page /guidelines. Left empty, it says what we suggest; how comments are handled stands below it either way."
        />
        <Field
          {...given('trustAfter')}
          {...number}
          min={1}
          max={100}
          hint="Counted for an account or a device, never for a typed name."
        />
        <Field
          {...given('editMinutes')}
          {...number}
          max={1440}
          hint="How long authors may change an approved comment. An edit waits for a moderator again."
        />
        <Field
          {...given('maxLinks')}
          {...number}
          max={50}
          hint="A comment with more links waits for a moderator, and its author is asked first whether it is meant so."
        />
        <TextArea
          {...given('bannedWords')}
          rows={5}
          hint="One per line. A comment with one of these goes to Spam."
        />
        <TextArea
          {...given('suspectWords')}
          rows={5}
          hint="One per line. A comment with one of these waits; its author is told that, but not which word it was."
        />
        <Select
          {...given('nosnippet')}
          key={`nosnippet ${typed.nosnippet}`}
          options={SNIPPET_CHOICES}
          hint="A wish that large search engines respect. Comments are found either way."
        />
      </fieldset>

      <Button kind="primary" className="justify-self-start" aria-disabled={sending}>
        Save settings
      </Button>
    </form>
  )
}
