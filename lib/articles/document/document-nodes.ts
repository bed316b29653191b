/**
 * The schema once more, as plain data that an editor in the browser builds its own from (ProseMirror's words: `group`,
 * content expressions, `marks: ''` for none). A test holds it and document-schema.ts together. Names of nodes and
 * attributes are those of the stored JSON; every attribute has its default here.
 */
export interface NodeDescription {
  readonly group?: 'block' | 'inline'
  readonly content?: string
  /** Left out: all marks where there is text. */
  readonly marks?: ''
  readonly inline?: true
  readonly atom?: true
  readonly code?: true
  readonly isolating?: true
  readonly tableRole?: 'table' | 'row' | 'cell' | 'header_cell'
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>>
}

const FIGURE = { src: '', alt: '', decorative: false, credit: '', width: 'column', focus: '' }
const EMBED = { kind: 'video', url: '', title: '', author: '', poster: '' }

export const NODES = {
  doc: { content: 'block*' },
  paragraph: { group: 'block', content: 'inline*' },
  heading: { group: 'block', content: 'text*', attrs: { level: 2 } },
  codeBlock: { group: 'block', content: 'text*', marks: '', code: true, attrs: { language: '' } },
  horizontalRule: { group: 'block', atom: true },
  figure: { group: 'block', content: 'text*', isolating: true, attrs: FIGURE },
  gallery: { group: 'block', content: 'figure+', isolating: true, attrs: { width: 'column' } },
  embed: { group: 'block', atom: true, attrs: EMBED },
  callout: { group: 'block', content: 'block+', isolating: true, attrs: { tone: 'note', title: '' } },
  blockquote: { group: 'block', content: 'block+' },
  bulletList: { group: 'block', content: 'listItem+' },
  orderedList: { group: 'block', content: 'listItem+', attrs: { start: 1 } },
  listItem: { content: 'block+' },
  table: { group: 'block', content: 'tableRow+', isolating: true, tableRole: 'table' },
  tableRow: { content: '(tableCell | tableHeader)+', tableRole: 'row' },
  tableHeader: { content: 'paragraph', isolating: true, tableRole: 'header_cell', attrs: { align: null } },
  tableCell: { content: 'paragraph', isolating: true, tableRole: 'cell', attrs: { align: null } },
  text: { group: 'inline', inline: true },
  hardBreak: { group: 'inline', inline: true, atom: true },
  footnote: { group: 'inline', inline: true, content: '(text | hardBreak)*' },
} as const satisfies Readonly<Record<string, NodeDescription>>

/** Outermost first, as in MARK_ORDER. */
export const MARKS = {
  link: { attrs: { href: '', title: '' } },
  strong: {},
  em: {},
  strike: {},
  code: {},
} as const satisfies Readonly<Record<string, Pick<NodeDescription, 'attrs'>>>

export type NodeName = keyof typeof NODES
