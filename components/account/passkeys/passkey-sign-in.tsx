'use client'

import { startTransition, useActionState, useEffect, useEffectEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { RefusalNotice } from '../refusal-notice'
import { type PasskeyOutcome, askPasskey, usePasskeys } from './ask-passkey'

/**
 * Signing in with a passkey: by this button, and where a name is typed if the browser offers it there (`use` sign-in). Nothing
 * where no script runs.
 */
export function PasskeySignIn({
  use,
  next,
  action,
}: {
  use: 'sign-in' | 'second-step'
  next: string | null
  action: FormAction<string>
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  const [problem, setProblem] = useState<string | null>(null)
  const known = usePasskeys()

  const goOn = (outcome: PasskeyOutcome): void => {
    if (outcome === null) return
    if ('problem' in outcome) return setProblem(outcome.problem)
    const form = new FormData()
    form.set('answer', outcome.answer)
    if (next !== null) form.set('next', next)
    startTransition(() => send(form))
  }
  const offered = useEffectEvent(goOn)

  // Offered beside names that the browser remembers, once.
  useEffect(() => {
    let here = true
    if (known && use === 'sign-in')
      void askPasskey(use, { quietly: true }).then((outcome) => here && offered(outcome))
    return () => void (here = false)
  }, [known, use])

  if (!known) return null
  return (
    <div className="grid gap-3 justify-items-start">
      <RefusalNotice state={state} />
      {problem !== null && state.kind === 'idle' ? (
        <Notice kind="error">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Button
        type="button"
        aria-disabled={sending}
        onClick={() => {
          setProblem(null)
          void askPasskey(use).then(goOn)
        }}
      >
        {use === 'sign-in' ? 'Use a passkey' : 'Use a passkey instead'}
      </Button>
    </div>
  )
}
