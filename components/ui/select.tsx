import type { SelectHTMLAttributes } from 'react'
import { type FieldFacts, FieldFrame, controlIds } from './field-frame'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

/** <Select label="Reason" name="reason" options={[{ value: 'rude', label: 'Rude' }]} defaultValue="rude" /> */
export function Select({
  label,
  name,
  id,
  hint,
  error,
  options,
  className,
  ...rest
}: FieldFacts & { options: readonly SelectOption[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  const facts = { label, name, id, hint, error }
  return (
    <FieldFrame {...facts}>
      <select {...rest} {...controlIds(facts)} className={`input ${className ?? ''}`.trim()}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
