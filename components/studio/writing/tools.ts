import type { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import type { Command } from '@tiptap/pm/state'
import {
  type Insert,
  changeCode,
  insertCallout,
  insertEmbed,
  insertLink,
  insertNote,
  insertTable,
  putBlock,
} from './inserts'
import { changeFigure } from './figures'
import type { LookingAt } from './looking-at'
import { addColumn, addRow, alignColumn, deleteColumn, deleteRow, deleteTable } from './tables'

/** A button of the toolbar. */
export interface Tool {
  readonly name: string
  /** What stands on it; `name` is what it is called. */
  readonly sign: string
  readonly keys?: string
  readonly run: (editor: Editor) => void
  readonly isPressed?: (look: LookingAt) => boolean
  readonly isUseless?: (look: LookingAt) => boolean
  /** Only there while the cursor is in it. */
  readonly within?: string
  /** Says what it did by itself. */
  readonly asks?: Insert
}

const command =
  (work: Command): Tool['run'] =>
  (editor) => {
    work(editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  }

const nothing = (): void => {}

const mark = (name: string, sign: string, type: string, keys: string): Tool => ({
  ...{ name, sign, keys },
  run: (editor) => void editor.chain().focus().toggleMark(type).run(),
  isPressed: ({ marks }) => marks.includes(type),
})

const heading = (level: 2 | 3 | 4): Tool => ({
  name: `Heading ${level}`,
  sign: `H${level}`,
  keys: `Control+Alt+${level}`,
  run: (editor) => void editor.chain().focus().toggleNode('heading', 'paragraph', { level }).run(),
  isPressed: ({ block }) => block === `h${level}`,
})

const list = (name: string, sign: string, type: string, keys: string): Tool => ({
  ...{ name, sign, keys },
  run: (editor) => void editor.chain().focus().toggleList(type, 'listItem').run(),
  isPressed: ({ within }) => within.includes(type),
})

const asking = (name: string, sign: string, asks: Insert, more: Partial<Tool> = {}): Tool => ({
  ...{ name, sign, asks },
  run: nothing,
  ...more,
})

const inTable = (name: string, work: Command): Tool => ({
  name,
  sign: name,
  run: command(work),
  within: 'table',
})

/** The tools in their groups, in the order of the toolbar. */
export const TOOLS: readonly (readonly Tool[])[] = [
  [
    {
      name: 'Undo',
      sign: 'Undo',
      keys: 'Control+Z',
      run: command(undo),
      isUseless: ({ canUndo }) => !canUndo,
    },
    {
      name: 'Redo',
      sign: 'Redo',
      keys: 'Control+Y',
      run: command(redo),
      isUseless: ({ canRedo }) => !canRedo,
    },
  ],
  [heading(2), heading(3), heading(4)],
  [
    mark('Bold', 'B', 'strong', 'Control+B'),
    mark('Italic', 'I', 'em', 'Control+I'),
    mark('Struck out', 'S', 'strike', 'Control+Shift+X'),
    mark('Code', '‹›', 'code', 'Control+E'),
    asking('Link', 'Link', insertLink, {
      keys: 'Control+K',
      isPressed: ({ marks }) => marks.includes('link'),
    }),
  ],
  [
    list('List', '• List', 'bulletList', 'Control+Shift+8'),
    list('Numbered list', '1. List', 'orderedList', 'Control+Shift+7'),
    {
      name: 'Quotation',
      sign: '“ Quote',
      keys: 'Control+Shift+9',
      run: (editor) => void editor.chain().focus().toggleWrap('blockquote').run(),
      isPressed: ({ within }) => within.includes('blockquote'),
    },
    {
      name: 'Code block',
      sign: 'Code',
      run: (editor) => void editor.chain().focus().toggleNode('codeBlock', 'paragraph').run(),
      isPressed: ({ block }) => block === 'code',
    },
  ],
  [
    asking('Note', 'Note', insertNote),
    asking('Table', 'Table', insertTable, { isUseless: ({ within }) => within.includes('table') }),
    asking('Box', 'Box', insertCallout, { isPressed: ({ within }) => within.includes('callout') }),
    asking('Video or post', 'Video', insertEmbed),
    {
      name: 'Line across',
      sign: 'Line',
      run: (editor) => {
        const line = editor.schema.nodes.horizontalRule?.create()
        if (line) putBlock(editor, line)
      },
    },
  ],
  [
    inTable('Row below', addRow),
    inTable('Column after', addColumn),
    inTable('Delete row', deleteRow),
    inTable('Delete column', deleteColumn),
    inTable('Left', alignColumn(null)),
    inTable('Centre', alignColumn('center')),
    inTable('Right', alignColumn('right')),
    inTable('Delete table', deleteTable),
    asking('Picture…', 'Picture…', changeFigure, { within: 'figure' }),
    asking('Language of the code', 'Language…', changeCode, { within: 'codeBlock' }),
    asking('Card…', 'Card…', insertEmbed, { within: 'embed' }),
  ],
]
