type Wipe = (words: string) => string

const inside = (value: unknown, wipe: Wipe): unknown => {
  if (typeof value === 'string') return wipe(value)
  if (Array.isArray(value)) return value.map((one) => inside(one, wipe))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one, wipe)]))
}

const parsed = (words: string): unknown => {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}

/** A field's words; where they are an object as JSON themselves, the words of its values. */
const inField = (words: string, wipe: Wipe): string => {
  const object = words.startsWith('{') ? parsed(words) : undefined
  return object === undefined ? wipe(words) : JSON.stringify(inside(object, wipe))
}

/**
 * Wipes the named fields of an object that is stored as JSON: keys, and fields in which the process keeps words of its
 * own, stay as they are. What is no such object has nothing that can be read, and is left alone.
 */
export const wipeJson = (stored: string, fields: readonly string[], wipe: Wipe): string => {
  const object = parsed(stored)
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return stored
  const entries = Object.entries(object).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' && fields.includes(key) ? inField(value, wipe) : value,
  ])
  return JSON.stringify(Object.fromEntries(entries))
}
