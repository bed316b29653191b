'use client'

import { useActionState } from 'react'
import { RefusalNotice } from '@/components/account/refusal-notice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE, type Refused } from '@/lib/http/form-state'

/** An address that is not there, and where it leads from now on. */
export function RedirectForm({
  action,
  path,
  refused,
}: {
  action: FormAction<{ path: string }>
  /** Filled in, '' for nothing. */
  path: string
  refused: Refused | null
}) {
  const [state, send, sending] = useActionState(action, refused ?? IDLE)
  const refusal = state.kind === 'refused' ? state : null
  const given = (name: 'path' | 'target', stored: string) => ({
    name,
    defaultValue: refusal?.values[name] ?? stored,
    error: refusal?.error.fields?.[name],
  })
  return (
    <form action={send} className="grid max-w-[34rem] gap-4">
      {refusal && !refusal.error.fields ? <RefusalNotice state={refusal} /> : null}
      <Field
        {...given('path', path)}
        label="Address that is not there"
        hint="Begins with a slash: /2019/ropes. Capitals and what follows a question mark do not matter."
        spellCheck={false}
        autoCapitalize="none"
      />
      <Field
        {...given('target', '')}
        label="Where it leads"
        hint="A place here (/articles/ropes) or a whole address (https://example.org/ropes)."
        spellCheck={false}
        autoCapitalize="none"
      />
      <Button kind="primary" className="justify-self-start" aria-disabled={sending}>
        Add the redirect
      </Button>
    </form>
  )
}
