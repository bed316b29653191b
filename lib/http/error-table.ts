import type { ErrorCode } from '../kernel/domain-error'

/** The one table from what went wrong to what HTTP calls it. */
export const errorTable = {
  invalid: { status: 422, title: 'Please check what you entered' },
  nudge: { status: 422, title: 'Please read this once more' },
  unauthenticated: { status: 401, title: 'Please sign in' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  gone: { status: 410, title: 'No longer here' },
  conflict: { status: 409, title: 'Somebody was faster' },
  limited: { status: 429, title: 'Too many at once' },
  'too-large': { status: 413, title: 'Too large' },
  unavailable: { status: 503, title: 'Not available right now' },
  'storage-full': { status: 507, title: 'The disk is full' },
} as const satisfies Record<ErrorCode, { status: number; title: string }>

/** HTTP status. */
export const statusOf = (code: ErrorCode): number => errorTable[code].status
