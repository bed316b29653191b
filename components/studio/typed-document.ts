import type { StudioArticleView } from '@/lib/articles/article-view'
import type { Block, Doc } from '@/lib/articles/document/document'
import { shapeDocument } from '@/lib/articles/document/shape-document'
import { tidyDocument } from '@/lib/articles/document/tidy-document'
import { mergeBlocks, mergedBlocks } from '@/lib/kernel/merge-blocks'
import { type PieceValues, differences, valuesOf } from './piece-values'

/** What the sheet wrote, in the spelling in which the server stores it; null for what is no document. */
const spelled = (json: string): Doc | null => {
  try {
    const [doc] = shapeDocument(JSON.parse(json))
    return doc ? tidyDocument(doc as unknown as Doc) : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whatever order the names stand in. */
const isSame = (a: unknown, b: unknown): boolean => {
  if (!isObject(a) || !isObject(b)) return a === b
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => isSame(a[name], b[name]))
}

/** Whether a piece holds the text that fields hold. */
export const isTextOf = ({ text, content }: StudioArticleView, values: PieceValues): boolean =>
  values.document === ''
    ? values.text.replace(/\r\n?/g, '\n') === text.replace(/\r\n?/g, '\n')
    : isSame(spelled(values.document), content)

/** Whether a piece is what was sent, as the server spells it. Its address may be the one it was given for that. */
export const isWhatWasSent = (piece: StudioArticleView, sent: PieceValues): boolean =>
  isTextOf(piece, sent) &&
  differences(valuesOf(piece), sent).every(
    (field) => field === 'slug' || field === 'text' || field === 'document',
  )

/** One key for equal blocks. */
const keyOf = (block: Block): string =>
  JSON.stringify(block, (_, value: unknown) =>
    isObject(value) && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** What was written since a document was sent, over what became of that on the server; null where both changed one place. */
export const mergeDocuments = (sent: string, typed: string, theirs: Doc): string | null => {
  const [base, mine] = [spelled(sent), spelled(typed)]
  if (!base || !mine) return null
  const content = mergedBlocks(mergeBlocks(keyOf, base.content, mine.content, theirs.content))
  return content && JSON.stringify({ type: 'doc', content })
}
