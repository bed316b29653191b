import type { Editor } from '@tiptap/core'
import { convert } from './convert'

/** Bytes: the text itself is measured by the server. */
const LARGEST = 1_000_000

const nameOf = (title: string): string =>
  `${
    title
      .trim()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'piece'
  }.md`

/** The text as a file of Markdown; what is to be announced. */
export const downloadMarkdown = async (editor: Editor, title: string): Promise<string> => {
  const converted = await convert({ document: JSON.stringify(editor.getJSON()) })
  if (!converted.ok) return converted.message
  const address = URL.createObjectURL(new Blob([converted.value.text, '\n'], { type: 'text/markdown' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: nameOf(title) })
  link.click()
  URL.revokeObjectURL(address)
  return 'Markdown downloaded'
}

/** A file of Markdown in place of the text; undoing brings the text back. What is to be announced. */
export const importMarkdown = async (editor: Editor, file: File): Promise<string> => {
  if (file.size > LARGEST) return `${file.name} is larger than a piece can be.`
  const converted = await convert({ text: await file.text() })
  if (!converted.ok) return converted.message
  const { state, view } = editor
  const doc = state.schema.nodeFromJSON({
    type: 'doc',
    content: [...converted.value.document.content, { type: 'paragraph' }],
  })
  view.dispatch(state.tr.replaceWith(0, state.doc.content.size, doc.content).scrollIntoView())
  view.focus()
  return `${file.name} has taken the place of the text. Undo brings it back.`
}
