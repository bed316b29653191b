import type { TextareaHTMLAttributes } from 'react'
import { type FieldFacts, FieldFrame, controlIds } from './field-frame'

/** <TextArea label="Your comment" name="body" rows={6} error={errors.body} defaultValue={typed.body} /> */
export function TextArea({
  label,
  name,
  id,
  hint,
  error,
  className,
  ...rest
}: FieldFacts & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const facts = { label, name, id, hint, error }
  return (
    <FieldFrame {...facts}>
      <textarea {...rest} {...controlIds(facts)} className={`input ${className ?? ''}`.trim()} />
    </FieldFrame>
  )
}
