import { Field } from '@/components/ui/field'
import type { Asked } from '@/lib/accounts/confirm-again'
import { PasskeyProof } from './passkeys/passkey-proof'

/** What whoever acts is asked for again: see lib/accounts/confirm-again.ts. `id` tells two forms of a page apart. */
export function ProofFields({
  id,
  asked,
  withPasskey = false,
  errors,
}: {
  id: string
  asked: Asked
  /** Whether a passkey will do as well. */
  withPasskey?: boolean
  errors: Readonly<Record<string, string>>
}) {
  if (asked === 'nothing') return null
  return (
    <>
      <PasswordField id={`${id}-password`} name="password" error={errors.password} />
      {asked === 'password' ? null : <CodeField id={`${id}-code`} error={errors.code} />}
      {withPasskey ? <PasskeyProof /> : null}
    </>
  )
}

interface ProofProps {
  /** Tells two forms of a page apart; by itself it is the name. */
  readonly id?: string
  readonly error: string | undefined
}

/** The password of whoever is signed in, once more. */
export function PasswordField({ name = 'currentPassword', ...facts }: ProofProps & { name?: string }) {
  return (
    <Field
      {...facts}
      {...{ name, label: 'Your password', type: 'password' }}
      autoComplete="current-password"
      required
    />
  )
}

/** A code of the second step. */
export function CodeField({
  hint = 'From your app, or a recovery code.',
  ...facts
}: ProofProps & { hint?: string }) {
  return <Field {...facts} {...{ name: 'code', label: 'Code', hint }} autoComplete="one-time-code" required />
}
