/**
 * What can go wrong as a matter of course. `forbidden` is about *who*, `conflict` about *when*.
 * lib/http/error-table.ts maps each code to an HTTP status.
 */
export type ErrorCode =
  | 'invalid'
  /** Nothing is wrong: the writer is asked to look once more before it is carried out. */
  | 'nudge'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'limited'
  | 'too-large'
  | 'unavailable'
  | 'storage-full'

/** Why something was not carried out, for whoever asked (`error-table.ts` says with which status). */
export interface DomainError {
  readonly code: ErrorCode
  /** A sentence for a person: what happened and what to do. Plain text, never markup. */
  readonly message: string
  /** Sentences tied to form fields, by field name. */
  readonly fields?: Readonly<Record<string, string>>
  /** Seconds until a retry makes sense (`limited`, `unavailable`). */
  readonly retryAfter?: number
  /** Facts for the caller's page (for example both texts of a save conflict); never shown raw. */
  readonly details?: Readonly<Record<string, unknown>>
}

type Extra = Omit<DomainError, 'code' | 'message'>

/** An error as a value. */
export const domainError = (code: ErrorCode, message: string, extra: Extra = {}): DomainError => ({
  code,
  message,
  ...extra,
})
