'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import type { TriedText } from '@/lib/moderation/try-text'
import { TryResult } from './try-result'

export interface Tried {
  readonly result: TriedText
  readonly typed: Readonly<Record<'body' | 'name' | 'email' | 'language', string>>
}

/** A box to paste a text into, and what every check says of it. */
export function TryForm({ action }: { action: FormAction<Tried> }) {
  const [state, send, trying] = useActionState(action, IDLE)
  const typed: Readonly<Partial<Record<string, string>>> =
    state.kind === 'done' ? state.value.typed : state.kind === 'refused' ? state.values : {}
  const given = (name: string, label: string) => ({
    ...{ name, label, defaultValue: typed[name] ?? '' },
    error: state.kind === 'refused' ? state.error.fields?.[name] : undefined,
  })
  return (
    <div className="grid gap-8">
      <form action={send} encType="multipart/form-data" className="grid gap-4">
        {state.kind === 'refused' ? (
          <Notice kind="error">
            <p>{state.error.message}</p>
          </Notice>
        ) : null}
        <TextArea
          {...given('body', 'A text')}
          rows={6}
          required
          dir="auto"
          hint="Nothing of it is stored, and nobody elsewhere is asked."
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <Field {...given('name', 'Name (optional)')} dir="auto" autoComplete="off" />
          <Field {...given('email', 'Email (optional)')} autoComplete="off" />
          <Field
            {...given('language', 'Language of the piece')}
            defaultValue={typed.language ?? 'en'}
            autoComplete="off"
          />
        </div>
        <Button kind="primary" className="justify-self-start" aria-disabled={trying}>
          Try it
        </Button>
      </form>
      {state.kind === 'done' ? <TryResult result={state.value.result} /> : null}
    </div>
  )
}
