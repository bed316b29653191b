import type { Editor } from '@tiptap/core'

/** What the toolbar shows pressed, and which of its tools mean something where the cursor is. */
export interface LookingAt {
  readonly marks: readonly string[]
  readonly block: 'paragraph' | 'h2' | 'h3' | 'h4' | 'code' | 'other'
  readonly within: readonly string[]
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly hasSelection: boolean
}

const MARKS = ['strong', 'em', 'strike', 'code', 'link'] as const

const blockOf = (editor: Editor): LookingAt['block'] => {
  const { parent } = editor.state.selection.$from
  if (parent.type.name === 'heading') return `h${Number(parent.attrs.level)}` as LookingAt['block']
  if (parent.type.name === 'codeBlock') return 'code'
  return parent.type.name === 'paragraph' ? 'paragraph' : 'other'
}

export const lookingAt = (editor: Editor, history: { undo: boolean; redo: boolean }): LookingAt => {
  const { $from, empty } = editor.state.selection
  const around = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1).type.name)
  const selected =
    'node' in editor.state.selection
      ? [(editor.state.selection.node as { type: { name: string } }).type.name]
      : []
  return {
    marks: MARKS.filter((mark) => editor.isActive(mark)),
    block: blockOf(editor),
    within: [...new Set([...around, ...selected])],
    canUndo: history.undo,
    canRedo: history.redo,
    hasSelection: !empty,
  }
}

export const isSameLook = (a: LookingAt, b: LookingAt): boolean => JSON.stringify(a) === JSON.stringify(b)
