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
      <Field
        id={`${id}-password`}
        label="Your password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={errors.password}
      />
      {asked === 'password' ? null : <CodeField id={`${id}-code`} error={errors.code} />}
      {withPasskey ? <PasskeyProof /> : null}
    </>
  )
}

export function CodeField({ id, error }: { id: string; error: string | undefined }) {
  return (
    <Field
      id={id}
      label="Code"
      name="code"
      autoComplete="one-time-code"
      required
      error={error}
      hint="From your app, or a recovery code."
    />
  )
}
