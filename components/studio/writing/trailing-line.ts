import { Plugin } from '@tiptap/pm/state'

/** Behind a last table, picture or code there is always a line to go on in; the server leaves an empty one out. */
export const trailingLine = new Plugin({
  appendTransaction: (_changes, _before, { doc, tr, schema }) => {
    if (doc.lastChild?.type.name === 'paragraph') return null
    const line = schema.nodes.paragraph?.create()
    return line ? tr.insert(doc.content.size, line) : null
  },
})
