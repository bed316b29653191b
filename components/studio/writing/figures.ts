import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import { FIGURE_WIDTHS } from '@/lib/articles/document/document'
import { choice, line, option } from './asked-fields'
import type { Insert } from './inserts'
import type { Answers, Asked, Question } from './questions'

const WIDTHS: Readonly<Record<(typeof FIGURE_WIDTHS)[number], string>> = {
  column: 'As wide as the text',
  wide: 'Wider than the text',
  full: 'As wide as the page',
}
const widths = (value: string): Asked =>
  choice(
    'width',
    'Width',
    value,
    FIGURE_WIDTHS.map((one) => option(one, WIDTHS[one])),
  )

const FOCUS = /^(?:\d{1,2}|100) (?:\d{1,2}|100)$/

export interface PictureFacts {
  readonly src: string
  readonly alt: string
  readonly decorative: boolean
  readonly credit: string
  readonly caption: string | null
  readonly width: string | null
  readonly focus: string
}

/** What is asked of every picture. `caption` and `width` are left out where they are written elsewhere. */
export const pictureQuestion = (picture: PictureFacts, title: string, submit: string): Question => ({
  title,
  submit,
  picture: picture.src,
  fields: [
    line('alt', 'What it shows', picture.alt, 'For those who cannot see it.'),
    {
      kind: 'yes',
      name: 'decorative',
      label: 'It is decorative: the text loses nothing without it',
      value: picture.decorative,
    },
    ...(picture.caption === null ? [] : [line('caption', 'Caption', picture.caption)]),
    line('credit', 'Credit', picture.credit, 'Who made it.'),
    line(
      'focus',
      'Focal point',
      picture.focus,
      'What must stay in sight: click on it in the picture, or write percent from the left and the top, for example 40 60.',
    ),
    ...(picture.width === null ? [] : [widths(picture.width)]),
  ],
  check: ({ alt = '', decorative, focus = '' }): Answers | null => {
    if (alt === '' && decorative !== '1') return { alt: 'Say what it shows, or tick that it is decorative.' }
    return focus === '' || FOCUS.test(focus)
      ? null
      : { focus: 'Two numbers from 0 to 100, for example 40 60.' }
  },
})

/** A figure's attributes from what was answered. */
const figureAttrs = (src: string, answers: Answers): Record<string, unknown> => ({
  src,
  alt: answers.decorative === '1' ? '' : (answers.alt ?? ''),
  decorative: answers.decorative === '1',
  credit: answers.credit ?? '',
  width: answers.width ?? 'column',
  focus: answers.focus ?? '',
})

export const figureNode = (editor: Editor, src: string, answers: Answers): Node | null => {
  const { schema } = editor
  const words = answers.caption ? schema.text(answers.caption) : null
  return schema.nodes.figure?.create(figureAttrs(src, answers), words) ?? null
}

/** The figure the cursor is in, or that is selected. */
const figureAt = (editor: Editor): { node: Node; at: number } | null => {
  const { selection } = editor.state
  if (selection instanceof NodeSelection && selection.node.type.name === 'figure')
    return { node: selection.node, at: selection.from }
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'figure') return { node: $from.node(depth), at: $from.before(depth) }
  return null
}

export const changeFigure: Insert = async (editor, ask) => {
  const figure = figureAt(editor)
  if (!figure) return null
  const { attrs } = figure.node
  const src = String(attrs.src)
  const answer = await ask(
    pictureQuestion(
      {
        src,
        alt: String(attrs.alt),
        decorative: attrs.decorative === true,
        credit: String(attrs.credit),
        caption: null,
        width: editor.isActive('gallery') ? null : String(attrs.width),
        focus: String(attrs.focus),
      },
      'Picture',
      'Change',
    ),
  )
  if (answer === null || answer === 'other') return null
  const now = figureAt(editor)
  if (!now) return null
  editor.view.dispatch(
    editor.state.tr.setNodeMarkup(now.at, undefined, { ...attrs, ...figureAttrs(src, answer) }),
  )
  editor.view.focus()
  return 'Picture changed'
}
