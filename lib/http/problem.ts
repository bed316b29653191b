import type { DomainError } from '../kernel/domain-error'
import { errorTable } from './error-table'
import { type RouteAnswer, jsonAnswer } from './route-answer'

/** An answer that says what went wrong (RFC 9457). */
export interface Problem {
  readonly status: number
  readonly title: string
  /** A sentence for a person. */
  readonly detail: string
  /** Members of our own (RFC 9457, section 3.2). */
  readonly extra?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** A problem document: application/problem+json, RFC 9457. Never kept by anybody. */
export const problem = ({ status, title, detail, extra, headers }: Problem): RouteAnswer =>
  jsonAnswer(
    { type: 'about:blank', title, status, detail, ...extra },
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    },
  )

/** The same for an expected failure; `code` and `fields` are stable for programs. */
export const problemOf = (error: DomainError): RouteAnswer =>
  problem({
    ...errorTable[error.code],
    detail: error.message,
    extra: { code: error.code, ...(error.fields ? { fields: error.fields } : {}) },
    headers: error.retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(error.retryAfter)) },
  })
