import { type Result, fail, ok } from '../kernel/result'
import { readFields } from './read-fields'

const UNREADABLE = 'The request could not be read. Please reload the page and try again.'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The body of a request as a flat object: a form (urlencoded or multipart) gives strings, JSON gives what it holds.
 * Its size was limited by server/ before. `__proto__` in JSON stays an own property, refused by strict schemas.
 */
export const readBody = async (request: Request): Promise<Result<Record<string, unknown>>> => {
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  try {
    if (type === 'application/json') {
      const value: unknown = await request.json()
      return isRecord(value) ? ok(value) : fail('invalid', 'The body must be a JSON object.')
    }
    if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data') {
      return readFields(await request.formData())
    }
  } catch {
    return fail('invalid', UNREADABLE)
  }
  return fail('invalid', 'Send the fields as a form or as a JSON object (Content-Type: application/json).')
}
