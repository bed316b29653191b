import type { StudioArticleView } from '@/lib/articles/article-view'

/** The fields of the editor as they hold them, in their order on the page. */
export const PIECE_LABELS = {
  kicker: 'Section',
  title: 'Title',
  dek: 'Standfirst',
  text: 'Text',
  /** The editor's document, which then stands for the Markdown in `text`; '' while nothing was written in the editor. */
  document: 'Text as written in the editor',
  tags: 'Tags',
  series: 'Series',
  notes: 'Notes to readers',
  translationOf: 'Translation of',
  canonicalUrl: 'First published at',
  cover: 'Cover picture',
  coverAlt: 'What the cover shows',
  coverCredit: 'Credit of the cover',
  coverFocus: 'Focal point of the cover',
  slug: 'Address',
  language: 'Language',
  excerpt: 'Excerpt',
  searchTitle: 'Headline for search engines',
  searchDescription: 'Description for search engines',
  socialTitle: 'Headline where it is shared',
  socialDescription: 'Description where it is shared',
} as const

export type PieceField = keyof typeof PIECE_LABELS
export type PieceValues = Readonly<Record<PieceField, string>>

const FIELDS = Object.keys(PIECE_LABELS) as readonly PieceField[]

export const readPiece = (valueOf: (field: PieceField) => string): PieceValues => ({
  kicker: valueOf('kicker'),
  title: valueOf('title'),
  dek: valueOf('dek'),
  text: valueOf('text'),
  document: valueOf('document'),
  tags: valueOf('tags'),
  series: valueOf('series'),
  notes: valueOf('notes'),
  translationOf: valueOf('translationOf'),
  canonicalUrl: valueOf('canonicalUrl'),
  cover: valueOf('cover'),
  coverAlt: valueOf('coverAlt'),
  coverCredit: valueOf('coverCredit'),
  coverFocus: valueOf('coverFocus'),
  slug: valueOf('slug'),
  language: valueOf('language'),
  excerpt: valueOf('excerpt'),
  searchTitle: valueOf('searchTitle'),
  searchDescription: valueOf('searchDescription'),
  socialTitle: valueOf('socialTitle'),
  socialDescription: valueOf('socialDescription'),
})

export const valuesOf = (piece: StudioArticleView): PieceValues =>
  readPiece((field) => (field === 'document' ? '' : piece[field]))

/** Forms send lines with CRLF. Asked at every pause of whoever types, of texts that hardly ever hold one. */
const plain = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

export const typedIn = (form: FormData): PieceValues =>
  readPiece((field) => {
    const value = form.get(field)
    return typeof value === 'string' ? plain(value) : ''
  })

/** The fields in which two texts differ. */
export const differences = (one: PieceValues, other: PieceValues): readonly PieceField[] =>
  FIELDS.filter((field) => plain(one[field]) !== plain(other[field]))

/** Whether nothing but the text on the sheet differs. */
export const differOnSheet = (one: PieceValues, other: PieceValues): boolean =>
  FIELDS.every((field) => (one[field] === other[field]) === (field !== 'document'))
