import type { InputHTMLAttributes } from 'react'
import { type FieldFacts, FieldFrame, controlIds } from './field-frame'

/** <Field label="Email" name="email" type="email" hint="…" error={errors.email} defaultValue={typed.email} /> */
export function Field({
  label,
  name,
  id,
  hint,
  error,
  className,
  ...rest
}: FieldFacts & InputHTMLAttributes<HTMLInputElement>) {
  const facts = { label, name, id, hint, error }
  return (
    <FieldFrame {...facts}>
      <input {...rest} {...controlIds(facts)} className={`input ${className ?? ''}`.trim()} />
    </FieldFrame>
  )
}
