import { mergeBlocks, mergedBlocks } from '@/lib/kernel/merge-blocks'
import { PIECE_LABELS, type PieceField, type PieceValues, readPiece } from './piece-values'

const paragraphs = (text: string): readonly string[] => text.replace(/\r\n?/g, '\n').split(/\n{2,}/)

const mergeText = (base: string, mine: string, theirs: string): string | null =>
  mergedBlocks(mergeBlocks((block) => block, paragraphs(base), paragraphs(mine), paragraphs(theirs)))?.join(
    '\n\n',
  ) ?? null

/**
 * What somebody has typed since a text was sent, over what the server made of that text and a colleague's. Null where
 * both changed one place: then the next save settles it.
 */
export const mergeTyped = (
  sent: PieceValues,
  typed: PieceValues,
  merged: PieceValues,
): PieceValues | null => {
  const values = (Object.keys(PIECE_LABELS) as PieceField[]).map((field) => {
    if (field === 'text') return [field, mergeText(sent.text, typed.text, merged.text)] as const
    if (typed[field] === sent[field]) return [field, merged[field]] as const
    return [field, merged[field] === sent[field] ? typed[field] : null] as const
  })
  if (values.some(([, value]) => value === null)) return null
  const found = Object.fromEntries(values) as Record<PieceField, string>
  return readPiece((field) => found[field])
}
