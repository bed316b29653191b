import { type Result, fail, ok } from '../kernel/result'
import type { TypedValues } from './form-state'

/** Next's own fields of a server action's form. */
const NEXT_FIELD = /^(?:\d+_)?\$ACTION_/
/** A code may be one that still lets somebody in. */
const SECRET_FIELD = /password|token|secret|^code$/i

/**
 * The fields of a posted form as an object of strings: a field sent twice or a file where text is meant is refused.
 * Next's own fields are left out. Keys are own properties whatever they are called (`__proto__` included), so that a
 * strict schema sees and refuses them.
 */
export const readFields = (form: Iterable<[string, FormDataEntryValue]>): Result<Record<string, string>> => {
  const fields = new Map<string, string>()
  for (const [name, value] of form) {
    if (NEXT_FIELD.test(name)) continue
    if (typeof value !== 'string') return fail('invalid', 'This form takes text only, no files.')
    if (fields.has(name))
      return fail('invalid', `The field "${name.slice(0, 40)}" was sent twice. Please try again.`)
    fields.set(name, value)
  }
  return ok(Object.fromEntries(fields))
}

/** What may be shown again in a refused form. */
export const typedValues = (fields: Readonly<Record<string, unknown>>): TypedValues =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !SECRET_FIELD.test(entry[0]),
    ),
  )
