'use client'

import { useActionState } from 'react'
import { Button, type ButtonKind } from '@/components/ui/button'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { RefusalNotice } from './refusal-notice'

/** <ActionButton action={signOutAction}>Sign out</ActionButton>: a form with nothing in it but its button. */
export function ActionButton<T>({
  action,
  kind = 'plain',
  children,
}: {
  action: FormAction<T>
  kind?: ButtonKind
  children: string
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  return (
    <form action={send} className="grid gap-2 justify-items-start">
      <Button kind={kind} aria-disabled={sending}>
        {children}
      </Button>
      <RefusalNotice state={state} />
    </form>
  )
}
