import { getSchema } from '@tiptap/core'
import { DOMParser as PageParser } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { cleanHtml } from '../../../components/studio/writing/paste/clean-html'
import { SCHEMA } from '../../../components/studio/writing/schema'
import { steadyTables } from '../../../components/studio/writing/tables'
import { acceptDocument } from '../../../lib/articles/document/accept-document'
import type { Doc } from '../../../lib/articles/document/document'

const schema = getSchema([...SCHEMA])

/** What becomes of a clipboard: cleaned, read by the schema, sent to the server, which has to take it. */
export const asPasted = (html: string): Doc => {
  const { html: clean } = cleanHtml(html)
  const page = new DOMParser().parseFromString(clean, 'text/html')
  const doc = PageParser.fromSchema(schema).parse(page.body)
  const empty = EditorState.create({ schema, plugins: [steadyTables] })
  const { state } = empty.applyTransaction(empty.tr.replaceWith(0, empty.doc.content.size, doc.content))
  const accepted = acceptDocument(JSON.parse(JSON.stringify(state.doc.toJSON())))
  if (!accepted.ok) throw new Error(accepted.error.message)
  return accepted.value
}
