import { type Result, fail, ok } from '../kernel/result'
import { readFields } from './read-fields'
import type { RouteRequest } from './route-request'

const UNREADABLE = 'The request could not be read. Please reload the page and try again.'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The platform's own parser; only forms that name this encoding pay for it. */
const multipart = async (request: RouteRequest, contentType: string): Promise<FormData> =>
  new Response(await request.arrayBuffer(), { headers: { 'content-type': contentType } }).formData()

/**
 * The body of a request as a flat object: a form (urlencoded or multipart) gives strings, JSON gives what it holds.
 * Its size was limited by server/ before. `__proto__` in JSON stays an own property, refused by strict schemas.
 */
export const readBody = async (request: RouteRequest): Promise<Result<Record<string, unknown>>> => {
  const contentType = request.headers.get('content-type') ?? ''
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase()
  try {
    if (type === 'application/json') {
      const value: unknown = JSON.parse(await request.text())
      return isRecord(value) ? ok(value) : fail('invalid', 'The body must be a JSON object.')
    }
    if (type === 'application/x-www-form-urlencoded') {
      return readFields(new URLSearchParams(await request.text()))
    }
    if (type === 'multipart/form-data') return readFields(await multipart(request, contentType))
  } catch {
    return fail('invalid', UNREADABLE)
  }
  return fail('invalid', 'Send the fields as a form or as a JSON object (Content-Type: application/json).')
}
