'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import type { FormAction } from '@/lib/http/define-action'
import type { Refused, TypedValues } from '@/lib/http/form-state'
import type { Edited } from './editor-actions'
import { typedBefore } from './editor-state'
import { PieceFields } from './piece-fields'
import { PieceProblem } from './piece-problem'

const IDLE = { kind: 'idle' } as const

/** The form of a piece that cannot be opened any more (signed out, taken away), with all that was typed. */
export function KeptForm({
  refused: { error, values },
  action,
}: {
  refused: Refused
  action: FormAction<Edited>
}) {
  const [, send] = useActionState(action, IDLE)
  const hidden = (name: keyof TypedValues) => <input type="hidden" name={name} value={values[name] ?? ''} />
  return (
    <main id="main" className="mx-auto max-w-sheet px-4 sm:px-6">
      <h1 className="py-6 text-h2 font-bold">What you typed is not saved yet</h1>
      <form action={send} className="grid max-w-measure gap-6 pb-12">
        <PieceProblem error={error} />
        {hidden('articleId')}
        {hidden('version')}
        {hidden('slugBefore')}
        <input type="hidden" name="conflict" value="" />
        <PieceFields values={typedBefore(values).values} errors={error.fields ?? {}} />
        <Button kind="primary" name="intent" value="save" className="justify-self-start">
          Save draft
        </Button>
      </form>
    </main>
  )
}
