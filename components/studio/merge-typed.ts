import type { StudioArticleView } from '@/lib/articles/article-view'
import { mergeBlocks, mergedBlocks } from '@/lib/kernel/merge-blocks'
import { PIECE_LABELS, type PieceField, type PieceValues, readPiece, valuesOf } from './piece-values'
import { mergeDocuments } from './typed-document'

type Text = Pick<PieceValues, 'text' | 'document'>

const paragraphs = (text: string): readonly string[] => text.replace(/\r\n?/g, '\n').split(/\n{2,}/)

const mergeMarkdown = (base: string, mine: string, theirs: string): string | null =>
  mergedBlocks(mergeBlocks((block) => block, paragraphs(base), paragraphs(mine), paragraphs(theirs)))?.join(
    '\n\n',
  ) ?? null

/** Both were written on the sheet, or both in Markdown: between the two a server has to read first. */
const mergeText = (sent: Text, typed: Text, { text, content }: StudioArticleView): Text | null => {
  if (sent.text === typed.text && sent.document === typed.document) return { text, document: '' }
  if (typed.document === '' && sent.document === '') {
    const merged = mergeMarkdown(sent.text, typed.text, text)
    return merged === null ? null : { text: merged, document: '' }
  }
  const document = mergeDocuments(sent.document, typed.document, content)
  return document === null ? null : { text, document }
}

/**
 * What somebody has typed since a text was sent, over what the server made of that text and a colleague's. Null where
 * both changed one place: then the next save settles it.
 */
export const mergeTyped = (
  sent: PieceValues,
  typed: PieceValues,
  piece: StudioArticleView,
): PieceValues | null => {
  const merged = valuesOf(piece)
  const text = mergeText(sent, typed, piece)
  const values = (Object.keys(PIECE_LABELS) as PieceField[]).map((field) => {
    if (field === 'text' || field === 'document') return [field, text && text[field]] as const
    if (typed[field] === sent[field]) return [field, merged[field]] as const
    return [field, merged[field] === sent[field] ? typed[field] : null] as const
  })
  if (values.some(([, value]) => value === null)) return null
  const found = Object.fromEntries(values) as Record<PieceField, string>
  return readPiece((field) => found[field])
}
