import { type Result, fail } from './result'

export type FieldProblems = Readonly<Record<string, string>>

/** Drops the fields without a problem. Null when nothing is left to complain about. */
export const fieldProblems = (problems: Readonly<Record<string, string | null>>): FieldProblems | null => {
  const found = Object.entries(problems).flatMap(([field, problem]) =>
    problem === null ? [] : [[field, problem]],
  )
  return found.length > 0 ? Object.fromEntries(found) : null
}

/** The answer to a form whose fields have problems. */
export const invalidFields = (fields: FieldProblems): Result<never> =>
  fail('invalid', 'Some fields need another look. Nothing was saved.', { fields })
