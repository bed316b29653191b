'use client'

import { useActionState } from 'react'
import { Button, type ButtonKind } from '@/components/ui/button'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { RefusalNotice } from './refusal-notice'

/** <ActionButton action={signOutAction}>Sign out</ActionButton>: a form with nothing to fill in. */
export function ActionButton<T>({
  action,
  kind = 'plain',
  fields = {},
  children,
}: {
  action: FormAction<T>
  kind?: ButtonKind
  /** Sent with it, unseen. */
  fields?: Readonly<Record<string, string>>
  children: string
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  return (
    <form action={send} className="grid gap-2 justify-items-start">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} aria-disabled={sending}>
        {children}
      </Button>
      <RefusalNotice state={state} />
    </form>
  )
}
