import type { ArticleText } from './article'
import { COVER_LINES, coverLines } from './cover-lines'
import type { Block } from './document/document'
import { printMarkdown } from './document/print-markdown'
import { LISTING_FIELDS, type Listing } from './listing'
import { type MergeChunk, mergeBlocks, mergedBlocks } from '../kernel/merge-blocks'
import { printNotes } from './notes'
import { storedDocument } from './stored-document'
import { printTags } from './tags'

const LINES = ['title', 'dek', 'kicker', 'series', 'translationOf', 'canonicalUrl', 'language'] as const
export type MergedLine =
  (typeof LINES)[number] | 'tags' | 'notes' | keyof Listing | (typeof COVER_LINES)[number]
export type PieceLines = Readonly<Record<MergedLine, string>>

/** Every field of a text that is a line, as the editor holds it. */
export const linesOf = (text: ArticleText): PieceLines => ({
  ...{ title: text.title, dek: text.dek, kicker: text.kicker, language: text.language },
  ...{ series: text.series, translationOf: text.translationOf, canonicalUrl: text.canonicalUrl },
  tags: printTags(text.tags),
  notes: printNotes(text.notes),
  ...text.listing,
  ...coverLines(text.cover),
})

export const MERGED_LINES: readonly MergedLine[] = [
  ...LINES,
  'tags',
  'notes',
  ...LISTING_FIELDS,
  ...COVER_LINES,
]

/** Two texts of a piece with what both came from: what goes together, and the places that somebody has to settle. */
export interface PieceMerge {
  readonly chunks: readonly MergeChunk<Block>[]
  /** What each line is, where that is settled; else what either side wants. */
  readonly lines: Readonly<
    Record<MergedLine, { readonly settled: string } | { readonly mine: string; readonly theirs: string }>
  >
}

const mergeLine = (base: string, mine: string, theirs: string) => {
  if (mine === theirs || theirs === base) return { settled: mine }
  return mine === base ? { settled: theirs } : { mine, theirs }
}

const keyOf = (block: Block): string => JSON.stringify(block)

/** Two texts of a piece that came from one. Without the one they came from (null) all that differs is open. */
export const mergePiece = (base: ArticleText | null, mine: ArticleText, theirs: ArticleText): PieceMerge => {
  const [from, here, there] = [base && linesOf(base), linesOf(mine), linesOf(theirs)]
  const blocksOf = (text: ArticleText) => storedDocument(text).content
  const common = base
    ? blocksOf(base)
    : blocksOf(mine).filter((block) => blocksOf(theirs).some((other) => keyOf(other) === keyOf(block)))
  const lines = MERGED_LINES.map((line) => [
    line,
    from === null
      ? here[line] === there[line]
        ? { settled: here[line] }
        : { mine: here[line], theirs: there[line] }
      : mergeLine(from[line], here[line], there[line]),
  ])
  return {
    chunks: mergeBlocks(keyOf, common, blocksOf(mine), blocksOf(theirs)),
    lines: Object.fromEntries(lines),
  }
}

/** Title, text and every other line as the editor would send them; null while anything is open. */
export const settledPiece = ({
  chunks,
  lines,
}: PieceMerge): (PieceLines & { readonly text: string }) | null => {
  const content = mergedBlocks(chunks)
  const settled = MERGED_LINES.flatMap((line) => {
    const merged = lines[line]
    return 'settled' in merged ? [[line, merged.settled] as const] : []
  })
  if (content === null || settled.length < MERGED_LINES.length) return null
  const known = Object.fromEntries(settled) as PieceLines
  return { ...known, text: printMarkdown({ type: 'doc', content }) }
}
