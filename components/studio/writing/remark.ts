import type { Editor } from '@tiptap/core'

/** As much of a passage as a note to colleagues quotes. */
const LONGEST = 500

/** To the notes of this piece, with the selected words in the form. What is typed is saved on the way, as on every way out. */
export const remark = (editor: Editor): void => {
  const { from, to } = editor.state.selection
  const words = editor.state.doc.textBetween(from, to, '\n').trim().slice(0, LONGEST)
  const there = `${window.location.pathname}/sharing`
  window.location.assign(words === '' ? there : `${there}?about=${encodeURIComponent(words)}`)
}
