import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { invalidInput } from '../../../lib/http/invalid-input'
import { plainWords } from '../../../lib/http/plain-words'

const schema = z.strictObject({
  body: z.string().min(2).max(5),
  version: z.coerce.number().int().min(1).max(9),
  move: z.enum(['a', 'b']),
  own: z.string().min(1, 'Words of its own.'),
})

const said = (value: unknown): string[] => {
  const parsed = schema.safeParse(value, { error: plainWords })
  if (parsed.success) throw new Error('This should have been refused.')
  const { message, fields } = invalidInput(parsed.error)
  return [message, ...Object.values(fields ?? {})]
}

describe('plain words for refused input', () => {
  it.each([
    {},
    { body: { not: 'x' }, version: 'x', move: 'c', own: '' },
    { body: '', version: 0, move: null, own: [] },
    { body: 'too long', version: 10, move: 'a', own: 1 },
    { body: 'okay', version: 1.5, move: 'a', own: 'x', evil: 1 },
    'nothing like a form',
  ])('holds no sentence of a library: %j', (value) => {
    for (const sentence of said(value)) {
      expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(sentence).not.toMatch(/invalid|expected|received|unrecognized|option/i)
    }
  })

  it('keeps a schema’s own words', () => {
    expect(said({ body: 'okay', version: 1, move: 'a', own: '' })).toContain('Words of its own.')
  })
})
