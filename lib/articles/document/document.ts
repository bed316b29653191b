/**
 * The stored form of a piece: ProseMirror JSON of our own closed schema, version 2. Every node carries its `content`
 * and every text its `marks`, so that a document has one spelling. What may stand where is said once more for machines:
 * in document-schema.ts (what is stored) and document-nodes.ts (what an editor is built from). Version 1 is read by
 * migrate-document.ts.
 */
export const SCHEMA_VERSION = 2

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

/** A note where it is called; its number is its place in the piece, so it is stored nowhere. */
export interface Footnote {
  readonly type: 'footnote'
  /** Never empty, and without notes of its own. */
  readonly content: readonly (Text | HardBreak)[]
}

export type Inline = Text | HardBreak | Footnote

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
    /** Site-relative: pages load pictures from nowhere else. `/media/<name>.jpg` is a picture of the media library. */
    readonly src: string
    readonly alt: string
    /** Says nothing that the text does not: then, and only then, an empty `alt` is no omission. */
    readonly decorative: boolean
    readonly credit: string
    readonly width: FigureWidth
    /** What must stay in sight where it is cropped: percent from the left and the top (`40 60`); '' for the middle. */
    readonly focus: string
  }
  /** The caption: one line. */
  readonly content: readonly Text[]
}
export type FigureWidth = (typeof FIGURE_WIDTHS)[number]

/** Several pictures side by side. */
export interface Gallery {
  readonly type: 'gallery'
  readonly attrs: { readonly width: FigureWidth }
  /** At least one; their own widths do not count. */
  readonly content: readonly Figure[]
}

/** Something that stands elsewhere: a card with a link. Nothing of it is loaded before a reader asks for it. */
export interface Embed {
  readonly type: 'embed'
  readonly attrs: {
    readonly kind: EmbedKind
    /** http or https. */
    readonly url: string
    /** A video's title, a post's words. */
    readonly title: string
    readonly author: string
    /** A picture of ours to show before it plays; '' for none. */
    readonly poster: string
  }
}
export type EmbedKind = (typeof EMBED_KINDS)[number]

/** A part that is set off from the text. */
export interface Callout {
  readonly type: 'callout'
  readonly attrs: { readonly tone: CalloutTone; readonly title: string }
  readonly content: readonly Block[]
}
export type CalloutTone = (typeof CALLOUT_TONES)[number]

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
  | Paragraph
  | Heading
  | CodeBlock
  | HorizontalRule
  | Figure
  | Gallery
  | Embed
  | Callout
  | Blockquote
  | BulletList
  | OrderedList
  | Table

export interface Doc {
  readonly type: 'doc'
  readonly content: readonly Block[]
}

/** Outermost first. */
export const MARK_ORDER = ['link', 'strong', 'em', 'strike', 'code'] as const

/** Quotes, callouts and list items inside one another; deeper ones are kept as the characters that were typed. */
export const MAX_NESTING = 16

export const FIGURE_WIDTHS = ['column', 'wide', 'full'] as const
export const EMBED_KINDS = ['video', 'post'] as const
export const CALLOUT_TONES = ['note', 'tip', 'warning', 'correction'] as const
