'use client'

import { useActionState } from 'react'
import { RefusalNotice } from '@/components/account/refusal-notice'
import { Button } from '@/components/ui/button'
import { CheckBox } from '@/components/ui/check-box'
import { Field } from '@/components/ui/field'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'

/** The picture that nobody has described, and the field for it. */
export function DescribePicture({
  src,
  articleId,
  version,
  action,
}: {
  src: string
  articleId: string
  version: number
  action: FormAction<{ version: number }>
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  const mine = state.kind === 'refused' && (state.values.src ?? src) === src ? state : null
  const error = mine?.error.fields?.alt
  return (
    <form action={send} className="mt-2 grid gap-x-4 gap-y-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <img src={src} alt="" loading="lazy" className="max-h-24 w-32 bg-sheet object-contain" />
      <div className="grid content-start gap-2 text-ink">
        {mine && !error ? <RefusalNotice state={mine} /> : null}
        <input type="hidden" name="articleId" value={articleId} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="src" value={src} />
        <Field
          id={`alt-${src}`}
          label="What it shows"
          name="alt"
          dir="auto"
          autoComplete="off"
          defaultValue={mine?.values.alt ?? ''}
          error={error}
        />
        <CheckBox
          id={`decorative-${src}`}
          label="It is decorative: the text loses nothing without it"
          name="decorative"
        />
        <Button className="justify-self-start" aria-disabled={sending}>
          Describe it
        </Button>
      </div>
    </form>
  )
}
