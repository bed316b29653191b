import type { z } from 'zod'
import { type DomainError, domainError } from '../kernel/domain-error'

const UNKNOWN_FIELD =
  'The form holds a field that does not belong there. Please reload the page and try again.'
const WRONG = 'Please check what you entered and try again.'

/** A schema's issues as one error: a sentence per field, unknown keys named nowhere but refused. */
export const invalidInput = (error: z.ZodError): DomainError => {
  const fields: Record<string, string> = {}
  let message = WRONG
  for (const issue of error.issues) {
    const field = issue.path[0]
    if (issue.code === 'unrecognized_keys') message = UNKNOWN_FIELD
    else if (typeof field === 'string') fields[field] ??= issue.message
    else message = issue.message
  }
  return domainError('invalid', message, { fields })
}
