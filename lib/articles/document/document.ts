/**
 * The stored form of a piece: ProseMirror JSON of our own closed schema, version 1. Every node carries its `content`
 * and every text its `marks`, so that a document has one spelling. What may stand where is said once more, for
 * machines, in document-schema.ts.
 */
export const SCHEMA_VERSION = 1

export type Mark =
  | { readonly type: 'link'; readonly attrs: { readonly href: string; readonly title: string } }
  | { readonly type: 'strong' | 'em' | 'strike' | 'code' }

export interface Text {
  readonly type: 'text'
  /** One line, never empty. */
  readonly text: string
  /** In the order of MARK_ORDER, each at most once. */
  readonly marks: readonly Mark[]
}

export interface HardBreak {
  readonly type: 'hardBreak'
}

export type Inline = Text | HardBreak

export interface Paragraph {
  readonly type: 'paragraph'
  readonly content: readonly Inline[]
}

export interface Heading {
  readonly type: 'heading'
  readonly attrs: { readonly level: 2 | 3 | 4 }
  readonly content: readonly Text[]
}

export interface CodeBlock {
  readonly type: 'codeBlock'
  /** One word such as `sql`; '' when unknown. */
  readonly attrs: { readonly language: string }
  /** At most one text without marks; the only text with line breaks. */
  readonly content: readonly Text[]
}

export interface HorizontalRule {
  readonly type: 'horizontalRule'
}

export interface Figure {
  readonly type: 'figure'
  readonly attrs: {
    /** Site-relative: pages load pictures from nowhere else. */
    readonly src: string
    readonly alt: string
    readonly caption: string
    readonly width: FigureWidth
  }
}
export type FigureWidth = 'column' | 'wide' | 'full'

export interface Blockquote {
  readonly type: 'blockquote'
  readonly content: readonly Block[]
}

export interface ListItem {
  readonly type: 'listItem'
  readonly content: readonly Block[]
}

export interface BulletList {
  readonly type: 'bulletList'
  readonly content: readonly ListItem[]
}

export interface OrderedList {
  readonly type: 'orderedList'
  readonly attrs: { readonly start: number }
  readonly content: readonly ListItem[]
}

export interface TableCell {
  readonly type: 'tableHeader' | 'tableCell'
  readonly attrs: { readonly align: Align }
  /** One paragraph of one line. */
  readonly content: readonly [Paragraph]
}
export type Align = 'left' | 'center' | 'right' | null

export interface TableRow {
  readonly type: 'tableRow'
  readonly content: readonly TableCell[]
}

/** The first row holds the headings; all rows are equally long. */
export interface Table {
  readonly type: 'table'
  readonly content: readonly TableRow[]
}

export type Block =
  Paragraph | Heading | CodeBlock | HorizontalRule | Figure | Blockquote | BulletList | OrderedList | Table

export interface Doc {
  readonly type: 'doc'
  readonly content: readonly Block[]
}

/** Outermost first. */
export const MARK_ORDER = ['link', 'strong', 'em', 'strike', 'code'] as const

/** Quotes and list items inside one another; deeper ones are kept as the characters that were typed. */
export const MAX_NESTING = 16
