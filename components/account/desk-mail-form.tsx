'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { RefusalNotice } from './refusal-notice'

const RHYTHMS = [
  { value: 'off', label: 'Never' },
  { value: 'hourly', label: 'Once an hour at most' },
  { value: 'daily', label: 'Once a day at most' },
]

/** <DeskMailForm rhythm="off" action={deskMailAction} />: whether a moderator decides by mail. */
export function DeskMailForm({ rhythm, action }: { rhythm: string; action: FormAction<void> }) {
  const [state, send, sending] = useActionState(action, IDLE)
  return (
    <form action={send} className="mt-4 grid gap-3">
      <h2 className="text-h3 font-bold">Decide by mail</h2>
      <RefusalNotice state={state} />
      <Select
        label="Send me what waits"
        name="rhythm"
        options={RHYTHMS}
        defaultValue={rhythm}
        hint="The first mail comes within a minute or two of something waiting; what arrives after it is collected for the hour or the day. These mails hold comments nobody has approved yet, and links that decide in your name. Do not forward them."
      />
      <Button className="justify-self-start" aria-disabled={sending}>
        Save
      </Button>
    </form>
  )
}
