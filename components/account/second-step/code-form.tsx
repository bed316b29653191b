'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { RefusalNotice } from '../refusal-notice'

/** <CodeForm action={codeAction} next="/desk" /> */
export function CodeForm({ action, next }: { action: FormAction<string>; next: string | null }) {
  const [state, send, sending] = useActionState(action, IDLE)
  const error = state.kind === 'refused' ? state.error.fields?.code : undefined
  return (
    <form action={send} className="grid gap-4">
      <RefusalNotice state={state} />
      {next === null ? null : <input type="hidden" name="next" value={next} />}
      <Field
        label="Code"
        name="code"
        autoComplete="one-time-code"
        autoFocus
        required
        error={error}
        hint="The six digits your app shows now, or one of your recovery codes."
      />
      <div className="mt-2 flex flex-wrap items-center gap-4">
        <Button kind="primary" aria-disabled={sending}>
          Sign in
        </Button>
        <a href={next === null ? '/login' : `/login?next=${encodeURIComponent(next)}`}>Begin again</a>
      </div>
    </form>
  )
}
