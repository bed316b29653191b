'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { FormAction } from '@/lib/http/define-action'
import { type FormState, IDLE } from '@/lib/http/form-state'
import { domainError } from '@/lib/kernel/domain-error'
import { CodeField, PasswordField } from '../proof-fields'
import { RefusalNotice } from '../refusal-notice'
import { makePasskey, usePasskeys } from './ask-passkey'

const posted = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

interface Tried {
  readonly state: FormState
  /** What was typed to call it. */
  readonly name: string
}
const UNTRIED: Tried = { state: IDLE, name: '' }

/** Who it is, once more; then the device is asked, and what it made is stored. */
export function AddPasskey({
  withCode,
  begin,
  add,
}: {
  withCode: boolean
  begin: FormAction<{ options: string }>
  add: FormAction<void>
}) {
  const known = usePasskeys()
  const tryIt = async (form: FormData, name: string): Promise<FormState> => {
    const begun = await begin(IDLE, form)
    if (begun.kind !== 'done') return begun
    const made = await makePasskey(begun.value.options)
    if (made === null) return IDLE
    if ('answer' in made) return add(IDLE, posted({ name, answer: made.answer }))
    return { kind: 'refused', error: domainError('conflict', made.problem), values: {} }
  }
  const [{ state, name }, send, sending] = useActionState(
    async (_: Tried, form: FormData): Promise<Tried> => {
      const typed = String(form.get('name') ?? '')
      // Its own step takes it; it stands in the form whatever comes of this one.
      form.delete('name')
      return { state: await tryIt(form, typed), name: typed }
    },
    UNTRIED,
  )
  const refused = state.kind === 'refused' ? state : null
  if (!known)
    return (
      <p className="text-ink-2">
        To add one, open this page in a browser that knows passkeys, with JavaScript.
      </p>
    )
  return (
    <form action={send} className="grid gap-4">
      <h2 className="text-h3 font-bold">Add a passkey</h2>
      <RefusalNotice state={state} />
      <Field
        label="Name"
        name="name"
        autoComplete="off"
        dir="auto"
        maxLength={60}
        defaultValue={name}
        hint="To know it again, for example: Work laptop. Left empty, it is called after this device."
      />
      <PasswordField error={refused?.error.fields?.currentPassword} />
      {withCode ? <CodeField id="passkey-code" error={refused?.error.fields?.code} /> : null}
      <Button kind="primary" className="justify-self-start" aria-disabled={sending}>
        Add a passkey
      </Button>
    </form>
  )
}
