import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { CALLOUT_TONES } from '@/lib/articles/document/document'
import { safeHref } from '@/lib/articles/document/safe-href'
import { isWebAddress } from '@/lib/articles/document/web-address'
import { choice, line, option } from './asked-fields'
import type { Ask } from './questions'
import { makeTable } from './tables'

/** Something that asks first and then changes the text; what is to be announced, or null when nothing was done. */
export type Insert = (editor: Editor, ask: Ask) => Promise<string | null>

/**
 * Puts a block where the cursor is: an empty line becomes it, else it follows. The cursor goes on behind it. Returns
 * the position right behind the block.
 */
export const putBlock = (editor: Editor, block: Node): number => {
  const { state, view } = editor
  const { $from } = state.selection
  const depth = Math.min($from.depth, 1)
  const { tr } = state
  const paragraph = state.schema.nodes.paragraph?.create()
  let behind = state.selection.from + block.nodeSize
  if (depth === 0 || !paragraph) tr.replaceSelectionWith(block)
  else {
    const isEmptyLine =
      $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
    const at = isEmptyLine ? $from.before(1) : $from.after(1)
    const end = isEmptyLine ? $from.after(1) : at
    const isLast = end === state.doc.content.size
    tr.replaceWith(at, end, isLast ? [block, paragraph] : [block])
    behind = at + block.nodeSize
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(behind, tr.doc.content.size)), 1))
  }
  view.dispatch(tr.scrollIntoView())
  view.focus()
  return behind
}

/** Puts a block where the one before it ended, wherever the cursor is by now; returns the position behind it. */
export const putBehind = ({ state, view }: Editor, block: Node, at: number): number => {
  const { tr } = state
  const here = tr.doc.resolve(at)
  const place = here.depth === 0 ? at : here.after(1)
  tr.insert(place, block)
  const behind = place + block.nodeSize
  tr.setSelection(TextSelection.near(tr.doc.resolve(behind), 1))
  view.dispatch(tr.scrollIntoView())
  view.focus()
  return behind
}

export const insertLink: Insert = async (editor, ask) => {
  const active = editor.isActive('link')
  const { empty } = editor.state.selection
  const { href = '' } = editor.getAttributes('link')
  const asksWords = empty && !active
  const answer = await ask({
    title: active ? 'Change the link' : 'Link',
    submit: active ? 'Change' : 'Link',
    ...(active ? { other: 'Remove the link' } : {}),
    fields: [
      line(
        'href',
        'Address',
        String(href),
        'https://…, mailto:… or /articles/… Type @ in the text to link to a piece.',
      ),
      ...(asksWords ? [line('words', 'Words that are linked')] : []),
    ],
    check: ({ href: typed = '' }) =>
      safeHref(typed) === null
        ? {
            href: 'A link leads to https://…, http://…, mailto:… or an address of this site that begins with /.',
          }
        : null,
  })
  if (answer === null) return null
  if (answer === 'other') {
    editor.chain().extendMarkRange('link').unsetMark('link').focus().run()
    return 'Link removed'
  }
  const mark = { type: 'link', attrs: { href: answer.href, title: '' } }
  if (asksWords) {
    const text = answer.words || answer.href || ''
    editor
      .chain()
      .insertContent({ type: 'text', text, marks: [mark] })
      .unsetMark('link')
      .focus()
      .run()
  } else editor.chain().extendMarkRange('link').setMark('link', mark.attrs).focus().run()
  return 'Linked'
}

const number = (raw: string | undefined, most: number): number => {
  const value = Math.round(Number(raw))
  return Number.isFinite(value) ? Math.min(most, Math.max(1, value)) : 1
}

export const insertTable: Insert = async (editor, ask) => {
  const answer = await ask({
    title: 'Table',
    submit: 'Insert',
    fields: [line('rows', 'Rows, with the row of headings', '3'), line('columns', 'Columns', '3')],
  })
  if (answer === null || answer === 'other') return null
  const [rows, columns] = [number(answer.rows, 200), number(answer.columns, 20)]
  const table = makeTable(editor.schema, rows, columns)
  if (!table) return null
  const { $from } = editor.state.selection
  const start = $from.depth === 1 && $from.parent.content.size === 0 ? $from.before(1) : $from.after(1)
  putBlock(editor, table)
  editor.commands.setTextSelection(start + 4)
  return `Table with ${rows} rows and ${columns} columns. Tab goes to the next cell.`
}

export const insertEmbed: Insert = async (editor, ask) => {
  const { selection } = editor.state
  const before =
    selection instanceof NodeSelection && selection.node.type.name === 'embed' ? selection.node : null
  const attrs = before?.attrs ?? {}
  const answer = await ask({
    title: before ? 'Change the card' : 'Video or post',
    submit: before ? 'Change' : 'Insert',
    fields: [
      line('url', 'Address', String(attrs.url ?? ''), 'Nothing of it is loaded before a reader asks for it.'),
      choice('kind', 'It is', String(attrs.kind ?? 'video'), [
        option('video', 'A video'),
        option('post', 'A post'),
      ]),
      line('title', 'Title, or the words of the post', String(attrs.title ?? '')),
      line('author', 'By', String(attrs.author ?? '')),
    ],
    check: ({ url = '' }) => (isWebAddress(url) ? null : { url: 'An address that begins with https://' }),
  })
  if (answer === null || answer === 'other') return null
  const facts = { poster: '', ...attrs, ...answer }
  if (before) {
    editor.commands.updateAttributes('embed', facts)
    return 'Card changed'
  }
  const card = editor.schema.nodes.embed?.create(facts)
  if (card) putBlock(editor, card)
  return 'Card inserted'
}

const TONES: Readonly<Record<(typeof CALLOUT_TONES)[number], string>> = {
  note: 'Note',
  tip: 'Tip',
  warning: 'Warning',
  correction: 'Correction',
}

export const insertCallout: Insert = async (editor, ask) => {
  const active = editor.isActive('callout')
  const attrs = editor.getAttributes('callout')
  const answer = await ask({
    title: active ? 'Change the box' : 'Box',
    submit: active ? 'Change' : 'Insert',
    ...(active ? { other: 'Take the box away, keep its text' } : {}),
    fields: [
      choice(
        'tone',
        'It is a',
        String(attrs.tone ?? 'note'),
        CALLOUT_TONES.map((tone) => option(tone, TONES[tone])),
      ),
      line('title', 'Title', String(attrs.title ?? '')),
    ],
  })
  if (answer === null) return null
  if (answer === 'other') return editor.chain().lift('callout').focus().run() ? 'Box taken away' : null
  const facts = { tone: answer.tone ?? 'note', title: answer.title ?? '' }
  if (active) editor.chain().updateAttributes('callout', facts).focus().run()
  else editor.chain().wrapIn('callout', facts).focus().run()
  return active ? 'Box changed' : 'Box inserted'
}

export const changeCode: Insert = async (editor, ask) => {
  const { language = '' } = editor.getAttributes('codeBlock')
  const answer = await ask({
    title: 'Code',
    submit: 'Change',
    fields: [line('language', 'Language', String(language), 'One word, such as sql or css. Empty for none.')],
    check: ({ language: typed = '' }) =>
      /^[\w+#.-]{0,40}$/.test(typed) ? null : { language: 'One word of letters and digits.' },
  })
  if (answer === null || answer === 'other') return null
  editor
    .chain()
    .updateAttributes('codeBlock', { language: answer.language ?? '' })
    .focus()
    .run()
  return 'Language of the code changed'
}

export const insertNote: Insert = async (editor) => {
  const note = editor.schema.nodes.footnote?.create()
  const { to } = editor.state.selection
  const { parent } = editor.state.selection.$from
  if (!note || !parent.type.contentMatch.matchType(note.type)) return 'No note can stand here.'
  const { tr } = editor.state
  tr.insert(to, note)
  editor.view.focus()
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, to)))
  return 'Note inserted. Write its words, then press Enter.'
}
