import { type DomainError, type ErrorCode, domainError } from './domain-error'

/** An expected outcome. Exceptions are reserved for bugs and broken machinery. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: DomainError }

/** It went as asked. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** It did not, for this reason. */
export const failed = (error: DomainError): Result<never> => ({ ok: false, error })

/** Shorthand for `failed(domainError(...))`. */
export const fail = (
  code: ErrorCode,
  message: string,
  extra?: Omit<DomainError, 'code' | 'message'>,
): Result<never> => failed(domainError(code, message, extra))
