'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { AccountFields, fieldsOf } from './account-fields'
import { RefusalNotice } from './refusal-notice'

/** Somebody who was invited makes their account. */
export function JoinForm({ action, secret }: { action: FormAction<string>; secret: string }) {
  const [state, send, sending] = useActionState(action, IDLE)
  return (
    <form action={send} className="grid gap-4">
      <RefusalNotice state={state} />
      <input type="hidden" name="key" value={secret} />
      <AccountFields given={fieldsOf(state)} nameHint="As readers see it." />
      <Button kind="primary" className="mt-2 justify-self-start" aria-disabled={sending}>
        Join
      </Button>
    </form>
  )
}
