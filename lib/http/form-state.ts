import type { DomainError } from '../kernel/domain-error'

/** What was typed, by field name, so that a refused form comes back filled in. Never passwords. */
export type TypedValues = Readonly<Record<string, string>>

/** A form that was refused: the reason (with sentences per field in `error.fields`) and what was typed. */
export interface Refused {
  readonly kind: 'refused'
  readonly error: DomainError
  readonly values: TypedValues
}

/** What a form knows about its last post: `useActionState(action, IDLE)`. Serialisable. */
export type FormState<T = unknown> =
  { readonly kind: 'idle' } | { readonly kind: 'done'; readonly value: T } | Refused

/** Before anything was posted. */
export const IDLE = { kind: 'idle' } as const satisfies FormState
