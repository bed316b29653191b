import { Editor, type JSONContent } from '@tiptap/core'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import { BELOW_BARS, keepCursorInSight } from './cursor-in-sight'
import { documentJson } from './document-json'
import { Keys } from './keys'
import { type LookingAt, isSameLook, lookingAt } from './looking-at'
import { MarkdownKeys } from './markdown-keys'
import { tkMarkers } from './marked-words'
import { findPlugin } from './find'
import { SCHEMA } from './schema'
import { steadyTables } from './tables'
import { trailingLine } from './trailing-line'

export interface SheetEvents {
  /** The document changed; called at most every CHANGES_MS while somebody types, and before `settle` returns. */
  readonly onChange: (json: string) => void
  readonly onLook: (look: LookingAt) => void
}

export interface SheetPlace {
  readonly element: HTMLElement
  readonly content: JSONContent
  readonly editable: boolean
}

/**
 * What is typed within this time is one change: turning a long piece into JSON for every key would be felt. With what
 * the saver waits (saver/saver.ts) it makes two seconds at most.
 */
const CHANGES_MS = 450

/** In the editor every document ends with a line to write in (trailing-line.ts). */
const filled = ({ content = [] }: JSONContent): JSONContent => ({
  type: 'doc',
  content: content.at(-1)?.type === 'paragraph' ? content : [...content, { type: 'paragraph' }],
})

export interface Sheet {
  readonly editor: Editor
  /** The document as JSON, now; whatever was waiting to be told is told first. */
  settle(): string
  destroy(): void
}

/** The text of a piece as a sheet to write on: TipTap on our closed schema. Knows nothing of pages and of saving. */
export const makeSheet = (
  { element, content, editable }: SheetPlace,
  { onChange, onLook }: SheetEvents,
): Sheet => {
  let told = ''
  let timer: ReturnType<typeof setTimeout> | null = null
  let look: LookingAt | null = null
  let frame = 0

  const tell = (): string => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const json = documentJson(editor.state.doc)
    if (json !== told) {
      told = json
      onChange(json)
    }
    return json
  }

  const show = (): void => {
    frame = 0
    if (editor.isDestroyed) return
    const { state } = editor
    const next = lookingAt(editor, { undo: undoDepth(state) > 0, redo: redoDepth(state) > 0 })
    if (look && isSameLook(look, next)) return
    look = next
    onLook(next)
  }

  const editor = new Editor({
    element,
    content: filled(content),
    editable,
    extensions: [...SCHEMA, Keys, MarkdownKeys],
    // Our style sheet has the few rules it needs; the policy of the page refuses others.
    injectCSS: false,
    editorProps: {
      ...BELOW_BARS,
      handleScrollToSelection: keepCursorInSight,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Text',
        class: 'prose prose-plain writing-text',
      },
    },
    onTransaction: ({ transaction }) => {
      if (transaction.docChanged) timer ??= setTimeout(tell, CHANGES_MS)
      if (frame === 0) frame = requestAnimationFrame(show)
    },
  })
  for (const plugin of [tkMarkers, findPlugin, steadyTables, trailingLine]) editor.registerPlugin(plugin)
  told = documentJson(editor.state.doc)

  return {
    editor,
    settle: () => tell(),
    destroy: () => {
      if (timer !== null) clearTimeout(timer)
      cancelAnimationFrame(frame)
      editor.destroy()
    },
  }
}
