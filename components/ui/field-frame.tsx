import type { ReactNode } from 'react'

/** What Field, TextArea and Select share: a label, a hint, an error, and the ids that tie them to the control. */
export interface FieldFacts {
  readonly label: string
  readonly name: string
  /** Needed only when a page holds two controls of one name. */
  readonly id?: string
  readonly hint?: ReactNode
  readonly error?: string | null
}

/** The attributes that tie a control to its hint and error. */
export const controlIds = ({ name, id = name, hint, error }: FieldFacts) => ({
  id,
  name,
  'aria-invalid': error ? (true as const) : undefined,
  'aria-describedby':
    [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined,
})

export function FieldFrame({
  label,
  name,
  id = name,
  hint,
  error,
  children,
}: FieldFacts & { children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
