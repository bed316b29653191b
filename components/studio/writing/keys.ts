import { Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { exitCode } from '@tiptap/pm/commands'
import { history, redo, undo } from '@tiptap/pm/history'
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list'
import { type Command, Selection, TextSelection } from '@tiptap/pm/state'
import { inTable, toNextCell } from './tables'

/** To the line behind a block of this name, or behind the whole block of the piece. */
const behind =
  (name: string | null): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    let depth = $from.depth
    while (depth > 1 && $from.node(depth).type.name !== name) depth -= 1
    if (depth < 1) return false
    const after = state.doc.resolve($from.after(depth))
    const line = state.schema.nodes.paragraph?.create()
    if (!line) return false
    const { tr } = state
    if (after.nodeAfter?.type.name !== 'paragraph' && depth === 1) tr.insert(after.pos, line)
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after.pos), 1)).scrollIntoView())
    return true
  }

/** Up out of a caption: over its picture stands no line, and a browser that finds none stays where it is. */
const outOfCaption: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'figure' || !view?.endOfTextblock('up')) return false
  const above = Selection.findFrom(state.doc.resolve($from.before()), -1)
  if (!above) return false
  dispatch?.(state.tr.setSelection(above).scrollIntoView())
  return true
}

/** What every editor has: undoing, the cursor between blocks, keys of the marks, lists and tables. */
export const Keys = Extension.create({
  name: 'keys',
  addProseMirrorPlugins: () => [
    history({ depth: 500, newGroupDelay: 500 }),
    dropCursor({ color: false, class: 'drop-cursor' }),
    gapCursor(),
  ],
  addKeyboardShortcuts() {
    const { editor } = this
    const run =
      (command: Command): (() => boolean) =>
      () =>
        command(editor.state, editor.view.dispatch, editor.view)
    const mark = (name: string) => () => editor.commands.toggleMark(name)
    const heading = (level: number) => () => editor.commands.toggleNode('heading', 'paragraph', { level })
    const item = editor.schema.nodes.listItem
    const inList =
      (command: (type: NonNullable<typeof item>) => Command): (() => boolean) =>
      () =>
        item !== undefined && run(command(item))()
    const tab =
      (direction: 1 | -1): (() => boolean) =>
      () => {
        if (inTable(editor.state)) return run(toNextCell(direction))()
        if (!editor.isActive('listItem')) return false
        inList(direction === 1 ? sinkListItem : liftListItem)()
        return true
      }
    return {
      ArrowUp: run(outOfCaption),
      'Mod-z': run(undo),
      'Mod-y': run(redo),
      'Mod-Shift-z': run(redo),
      'Mod-b': mark('strong'),
      'Mod-i': mark('em'),
      'Mod-e': mark('code'),
      'Mod-Shift-x': mark('strike'),
      'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
      'Mod-Alt-2': heading(2),
      'Mod-Alt-3': heading(3),
      'Mod-Alt-4': heading(4),
      'Mod-Shift-8': () => editor.commands.toggleList('bulletList', 'listItem'),
      'Mod-Shift-7': () => editor.commands.toggleList('orderedList', 'listItem'),
      'Mod-Shift-9': () => editor.commands.toggleWrap('blockquote'),
      'Shift-Enter': () =>
        inTable(editor.state) || editor.isActive('heading') || editor.isActive('figure')
          ? true
          : editor.isActive('codeBlock')
            ? editor.commands.insertContent('\n')
            : editor.commands.insertContent({ type: 'hardBreak' }),
      Enter: () => {
        if (inTable(editor.state)) return run(toNextCell(1))()
        return editor.isActive('figure') ? run(behind('figure'))() : inList(splitListItem)()
      },
      'Mod-Enter': () => run(exitCode)() || run(behind(null))(),
      Tab: tab(1),
      'Shift-Tab': tab(-1),
    }
  },
})
