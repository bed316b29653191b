'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { RefusalNotice } from './refusal-notice'

/** <StopWish subscriptionId={id} action={stopWishAction} />: no more of these mails. */
export function StopWish({ subscriptionId, action }: { subscriptionId: string; action: FormAction<void> }) {
  const [state, send, sending] = useActionState(action, IDLE)
  return (
    <form action={send} className="grid justify-items-start gap-2">
      <input type="hidden" name="subscriptionId" value={subscriptionId} />
      <Button aria-disabled={sending}>Stop these mails</Button>
      <RefusalNotice state={state} />
    </form>
  )
}
