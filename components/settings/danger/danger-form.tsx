'use client'

import { type ReactNode, useActionState } from 'react'
import { ProofFields } from '@/components/account/proof-fields'
import { RefusalNotice } from '@/components/account/refusal-notice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { Asked } from '@/lib/accounts/confirm-again'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'

export interface DangerQuestion {
  readonly name: string
  readonly label: string
  readonly hint: string
}

/** A change that everybody feels: what it does in plain words, then the name, and who means it. */
export function DangerForm<T>({
  id,
  title,
  publication,
  button,
  kind,
  fields,
  asked,
  withPasskey,
  asks = [],
  action,
  children,
}: {
  id: string
  title: string
  publication: string
  button: string
  kind: 'danger' | 'primary'
  /** Sent with it, unseen. */
  fields: Readonly<Record<string, string>>
  /** Of who means it: `stet.accounts.asked(actor)`. */
  asked: Asked
  /** Whether they may show it with a passkey. */
  withPasskey: boolean
  /** What else it needs to know. */
  asks?: readonly DangerQuestion[]
  action: FormAction<T>
  /** Exactly what will happen. */
  children: ReactNode
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  const refusal = state.kind === 'refused' ? state : null
  return (
    <form action={send} id={id} className="grid scroll-mt-4 gap-4 border-s-2 border-red ps-4">
      <h2 className="text-h3 font-bold">{title}</h2>
      {children}
      <RefusalNotice state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {asks.map(({ name, label, hint }) => (
        <Field
          key={name}
          id={`${id}-${name}`}
          {...{ name, label, hint }}
          autoComplete="off"
          dir="auto"
          defaultValue={refusal?.values[name] ?? ''}
          error={refusal?.error.fields?.[name]}
        />
      ))}
      <Field
        id={`${id}-name`}
        label="Name of the publication"
        name="name"
        autoComplete="off"
        dir="auto"
        required
        defaultValue={refusal?.values.name ?? ''}
        error={refusal?.error.fields?.name}
        hint={`Type it as it stands: ${publication}`}
      />
      <ProofFields id={id} asked={asked} withPasskey={withPasskey} errors={refusal?.error.fields ?? {}} />
      <Button kind={kind} className="justify-self-start" aria-disabled={sending}>
        {button}
      </Button>
    </form>
  )
}
