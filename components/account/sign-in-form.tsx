'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { RefusalNotice } from './refusal-notice'

export function SignInForm({
  action,
  next,
  news,
}: {
  action: FormAction<string>
  next: string | null
  /** What happened before this page; told until the form has something to say. */
  news: string | null
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  const refused = state.kind === 'refused' ? state : null
  return (
    <form action={send} className="grid gap-4">
      <RefusalNotice state={state} />
      {news !== null && !refused ? (
        <Notice kind="success">
          <p>{news}</p>
        </Notice>
      ) : null}
      {next === null ? null : <input type="hidden" name="next" value={next} />}
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="username webauthn"
        required
        defaultValue={refused?.values.email}
        error={refused?.error.fields?.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={refused?.error.fields?.password}
      />
      <Button kind="primary" className="mt-2 justify-self-start" aria-disabled={sending}>
        Sign in
      </Button>
    </form>
  )
}
