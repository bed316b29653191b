import type { z } from 'zod'

/** What a schema without words of its own says about a field. zod's own sentences are for programmers. */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined
      ? 'Please fill this in.'
      : 'This field was not sent as text. Please try again.'
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string'
      ? 'Please write a little more.'
      : `The smallest value here is ${issue.minimum}.`
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? `Please shorten this to ${issue.maximum} characters.`
      : `The largest value here is ${issue.maximum}.`
  }
  // "The form holds a field that does not belong there" is said once for all of them (invalid-input.ts).
  if (issue.code === 'unrecognized_keys') return undefined
  return 'This is not a value we can take here. Please reload the page and try again.'
}
