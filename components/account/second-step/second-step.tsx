'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { OwnSecondStep } from '@/lib/accounts/second-step/own-second-step'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { CodeField, PasswordField } from '../proof-fields'
import { RefusalNotice } from '../refusal-notice'
import { QrPicture } from './qr-picture'
import { RecoveryCodes } from './recovery-codes'

interface Props {
  readonly own: OwnSecondStep
  readonly wentOff: boolean
  readonly begin: FormAction<void>
  readonly confirm: FormAction<{ codes: readonly string[] }>
  readonly remove: FormAction<string>
}

/** Switching codes at sign-in on, with proof that the app has them, and off. */
export function SecondStep({ own, wentOff, begin, confirm, remove }: Props) {
  const [begun, sendBegin] = useActionState(begin, IDLE)
  const [confirmed, sendConfirm] = useActionState(confirm, IDLE)
  const [removed, sendRemove] = useActionState(remove, IDLE)
  const errorsOf = (state: typeof begun | typeof confirmed | typeof removed) =>
    state.kind === 'refused' ? (state.error.fields ?? {}) : {}
  if (confirmed.kind === 'done') return <RecoveryCodes codes={confirmed.value.codes} />
  if (own.state === 'on') {
    const { codesLeft } = own
    return (
      <form action={sendRemove} className="grid gap-4">
        <Notice kind="success">
          <p>
            Codes at sign-in are on.{' '}
            {codesLeft === 1 ? 'One recovery code is' : `${codesLeft} recovery codes are`} left.
          </p>
        </Notice>
        <h2 className="text-h3 font-bold">Switch them off</h2>
        <p className="text-ink-2">
          For another phone, or new recovery codes: switch them off, then on again.
        </p>
        <RefusalNotice state={removed} />
        <PasswordField error={errorsOf(removed).currentPassword} />
        <CodeField error={errorsOf(removed).code} />
        <Button kind="danger" className="justify-self-start">
          Switch off
        </Button>
      </form>
    )
  }
  if (own.state === 'begun') {
    return (
      <form action={sendConfirm} className="grid gap-4">
        <p>Let your app read this picture, then type the code that it shows.</p>
        <QrPicture rows={own.picture} />
        <p className="text-ink-2">
          Or type this into it:{' '}
          <span className="font-mono break-all text-ink select-all" data-secret>
            {own.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
          </span>
        </p>
        <RefusalNotice state={confirmed} />
        <CodeField error={errorsOf(confirmed).code} hint="Six digits. They change every half minute." />
        <Button kind="primary" className="justify-self-start">
          Switch on
        </Button>
      </form>
    )
  }
  return (
    <form action={sendBegin} className="grid gap-4">
      {wentOff && begun.kind === 'idle' ? (
        <Notice kind="success">
          <p>Codes at sign-in are off, and every other device is signed out.</p>
        </Notice>
      ) : null}
      <p>
        Besides your password, a code is asked for that an app on your phone shows. Whoever learns your
        password alone does not get in.
      </p>
      <RefusalNotice state={begun} />
      <PasswordField error={errorsOf(begun).currentPassword} />
      <Button kind="primary" className="justify-self-start">
        Go on
      </Button>
    </form>
  )
}
