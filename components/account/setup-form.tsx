'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { AccountFields, fieldsOf } from './account-fields'
import { RefusalNotice } from './refusal-notice'

/** Whoever holds the link of a new publication names it and becomes its owner. */
export function SetupForm({ action, token }: { action: FormAction<string>; token: string }) {
  const [state, send, sending] = useActionState(action, IDLE)
  const given = fieldsOf(state)
  return (
    <form action={send} className="grid gap-4">
      <RefusalNotice state={state} />
      <input type="hidden" name="token" value={token} />
      <Field
        {...given('publicationName')}
        label="Publication name"
        autoComplete="off"
        hint="You can change it later."
      />
      <AccountFields given={given} nameHint="As it stands over your pieces." />
      <Button kind="primary" className="mt-2 justify-self-start" aria-disabled={sending}>
        Create publication
      </Button>
    </form>
  )
}
