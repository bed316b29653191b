import { Field } from '@/components/ui/field'
import type { Asked } from '@/lib/accounts/confirm-again'

/** What whoever acts is asked for again: see lib/accounts/confirm-again.ts. `id` tells two forms of a page apart. */
export function ProofFields({
  id,
  asked,
  errors,
}: {
  id: string
  asked: Asked
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
