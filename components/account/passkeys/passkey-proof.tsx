'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { askPasskey, usePasskeys } from './ask-passkey'

/** Sends the form of this field with an answer: password and code are not needed now, the rest of it still is. */
const sendWith = (field: HTMLInputElement, answer: string): void => {
  const { form } = field
  const spared = form?.querySelectorAll<HTMLInputElement>('[name=password], [name=code]') ?? []
  field.value = answer
  for (const input of spared) input.required = false
  form?.requestSubmit()
  for (const input of spared) input.required = true
  // It is answered once.
  field.value = ''
}

/**
 * In a form that asks again who it is: a passkey instead of what it asks for. The form is sent once a device has answered.
 * Nothing where no script runs.
 */
export function PasskeyProof() {
  const known = usePasskeys()
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const ask = async (): Promise<void> => {
    setProblem(null)
    const asked = await askPasskey('confirm')
    if (asked === null || field.current === null) return
    if ('problem' in asked) setProblem(asked.problem)
    else sendWith(field.current, asked.answer)
  }
  if (!known) return null
  return (
    <div className="grid justify-items-start gap-2">
      <input type="hidden" name="passkey" defaultValue="" ref={field} />
      <Button type="button" onClick={() => void ask()}>
        Use a passkey instead
      </Button>
      {problem === null ? null : (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
    </div>
  )
}
