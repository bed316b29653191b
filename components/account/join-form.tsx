'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { RefusalNotice } from './refusal-notice'

/** Somebody who was invited makes their account. */
export function JoinForm({ action, secret }: { action: FormAction<string>; secret: string }) {
  const [state, send, sending] = useActionState(action, IDLE)
  const refused = state.kind === 'refused' ? state : null
  const given = (name: string) => ({
    name,
    required: true,
    defaultValue: refused?.values[name],
    error: refused?.error.fields?.[name],
  })
  return (
    <form action={send} className="grid gap-4">
      <RefusalNotice state={state} />
      <input type="hidden" name="key" value={secret} />
      <Field {...given('name')} label="Your name" autoComplete="name" hint="As readers see it." />
      <Field
        {...given('email')}
        label="Email"
        type="email"
        autoComplete="username"
        hint="You sign in with it. Readers never see it."
      />
      <Field
        {...given('password')}
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters. A few words in a row work well."
      />
      <Button kind="primary" className="mt-2 justify-self-start" aria-disabled={sending}>
        Join
      </Button>
    </form>
  )
}
