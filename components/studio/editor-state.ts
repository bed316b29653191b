import type { StudioArticleView } from '@/lib/articles/article-view'
import type { TextPreview } from '@/lib/articles/preview-text'
import type { FormState, TypedValues } from '@/lib/http/form-state'
import type { DomainError } from '@/lib/kernel/domain-error'
import type { Edited, TypedPiece } from './editor-actions'
import { type PieceValues, readPiece, valuesOf } from './piece-values'

/** What the editor knows after a post, with JavaScript or without. */
export interface EditorStart {
  /** What the fields hold, and which version a save replaces. */
  readonly typed: TypedPiece
  readonly problem: DomainError | null
  /** What a colleague (or another tab) saved in the meantime. */
  readonly theirs: StudioArticleView | null
  readonly preview: { readonly source: PieceValues; readonly preview: TextPreview }
}

export const typedBefore = (values: TypedValues): TypedPiece => ({
  version: Number(values.version ?? 0),
  values: readPiece((field) => values[field] ?? ''),
})

const isPiece = (value: unknown): value is StudioArticleView =>
  typeof value === 'object' && value !== null && 'version' in value && 'text' in value

/** Both texts of a conflict travel in its details (lib/articles/save-article.ts). */
export const theirsIn = (error: DomainError): StudioArticleView | null =>
  isPiece(error.details?.theirs) ? error.details.theirs : null

/**
 * The version the next save replaces. After a conflict it is theirs, which is in sight by then; after a move that
 * failed, the save before it has counted.
 */
export const versionAfter = (error: DomainError, typedOver: number): number => {
  const saved = error.details?.savedVersion
  return theirsIn(error)?.version ?? (typeof saved === 'number' ? saved : typedOver)
}

export const editorStart = (state: FormState<Edited>, stored: StudioArticleView): EditorStart => {
  const { html, direction, wordCount, version } = stored
  const preview = { source: valuesOf(stored), preview: { html, direction, wordCount } }
  if (state.kind === 'refused') {
    const { error, values } = state
    const typed = typedBefore(values)
    return {
      typed: { ...typed, version: versionAfter(error, typed.version) },
      problem: error,
      theirs: theirsIn(error),
      preview,
    }
  }
  const shown = state.kind === 'done' && state.value.did === 'preview' ? state.value : null
  return {
    typed: shown?.typed ?? { version, values: valuesOf(stored) },
    problem: null,
    theirs: null,
    preview: shown ? { source: shown.typed.values, preview: shown.preview } : preview,
  }
}
