import type { Result } from '../../../lib/kernel/result'

/** The value of something that cannot fail here; an error says what was attempted and why it failed. */
export const must = async <T>(attempt: string, outcome: Promise<Result<T>>): Promise<T> => {
  const result = await outcome
  if (result.ok) return result.value
  const { code, message, fields } = result.error
  throw new Error(`${attempt}: ${code}: ${message} ${fields ? JSON.stringify(fields) : ''}`)
}
