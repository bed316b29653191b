import { type Result, fail } from '../../kernel/result'
import { acceptDocument } from './accept-document'
import type { Doc } from './document'

const UNREADABLE = 'The text arrived incomplete, so it was not taken. Please save again.'

/** What an editor sent as a string of JSON, as a document in its one spelling; a sentence at the field `text` where it is none. */
export const readEditorJson = (json: string): Result<Doc> => {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    return fail('invalid', UNREADABLE, { fields: { text: UNREADABLE } })
  }
  return acceptDocument(parsed)
}
