import { type Result, fail, ok } from '../../kernel/result'
import type { Doc } from './document'
import { readDocument } from './document-schema'
import { isSmallEnough } from './document-size'
import { shapeDocument, strangerIn } from './shape-document'
import { TOO_LONG } from './text-limit'
import { tidyDocument } from './tidy-document'

const refused = (sentence: string): Result<never> => fail('invalid', sentence, { fields: { text: sentence } })

const TOO_DEEP_OR_LONG = `${TOO_LONG} Lists and quotes can stand sixteen deep inside one another.`
const stranger = (name: string): string =>
  `There is something in this text that a piece cannot hold (“${name.slice(0, 40)}”). Take it out and save again.`
const NOT_OURS =
  'A part of this text is not as a piece can hold it: a link that leads nowhere safe, a picture from elsewhere, or a table with uneven rows. Take it out and save again.'

/**
 * What an editor sent, as a document in its one spelling; refused with a sentence at the field `text` when it holds what
 * the schema does not know. Attributes that only the editor knows are left out.
 */
export const acceptDocument = (json: unknown): Result<Doc> => {
  if (!isSmallEnough(json)) return refused(TOO_DEEP_OR_LONG)
  const unknown = strangerIn(json)
  if (unknown !== null) return refused(stranger(unknown))
  const doc = readDocument(shapeDocument(json)[0])
  return doc ? ok(tidyDocument(doc)) : refused(NOT_OURS)
}
