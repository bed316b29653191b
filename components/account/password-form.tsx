'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { CodeField } from './proof-fields'
import { RefusalNotice } from './refusal-notice'

/** <PasswordForm email="ada@example.org" changed={false} withCode={false} action={changePasswordAction} /> */
export function PasswordForm({
  email,
  changed,
  withCode,
  action,
}: {
  /** For managers of passwords: whose it is. */
  email: string
  /** Whether the request before this one changed it. */
  changed: boolean
  /** Whether this account is opened with codes as well. */
  withCode: boolean
  action: FormAction<string>
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  const errors = state.kind === 'refused' ? (state.error.fields ?? {}) : {}
  return (
    <form action={send} className="mt-4 grid gap-3" id="password">
      <h2 className="text-h3 font-bold">Password</h2>
      <RefusalNotice state={state} />
      {changed && state.kind === 'idle' ? (
        <Notice kind="success">
          <p>Your password is changed, and every other device is signed out.</p>
        </Notice>
      ) : null}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Field
        label="Current password"
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        error={errors.currentPassword}
      />
      <Field
        label="New password"
        name="newPassword"
        type="password"
        autoComplete="new-password"
        required
        error={errors.newPassword}
        hint="At least 10 characters. A few words in a row work well."
      />
      <Field
        label="New password again"
        name="newPasswordAgain"
        type="password"
        autoComplete="new-password"
        required
        error={errors.newPasswordAgain}
      />
      {withCode ? <CodeField id="password-code" error={errors.code} /> : null}
      <Button className="justify-self-start" aria-disabled={sending}>
        Change password
      </Button>
    </form>
  )
}
