import { PUBLIC } from '@/lib/articles/article-status'
import type { StudioArticleView } from '@/lib/articles/article-view'
import type { TextPreview } from '@/lib/articles/preview-text'
import type { FormState, TypedValues } from '@/lib/http/form-state'
import type { DomainError } from '@/lib/kernel/domain-error'
import type { Edited, TypedOver, TypedPiece } from './editor-actions'
import type { AutoSaved } from './send-save'
import { type PieceValues, readPiece, valuesOf } from './piece-values'

/** How the editor stands. What the fields hold is theirs; this is what is known about it. */
export interface EditorState {
  readonly piece: StudioArticleView
  readonly over: TypedOver
  /** The last text that is stored. */
  readonly saved: PieceValues
  readonly problem: DomainError | null
  /** What a colleague (or another tab) saved in the meantime. */
  readonly theirs: StudioArticleView | null
  /** "Saved 12:03" */
  readonly said: string | null
}

/** What the page starts from: a piece as it is stored, or a form that came back. */
export interface EditorStart {
  readonly state: EditorState
  readonly values: PieceValues
  readonly preview: { readonly source: PieceValues; readonly preview: TextPreview }
}

export const typedBefore = (values: TypedValues): TypedPiece => ({
  over: { version: Number(values.version ?? 0), slugBefore: values.slugBefore ?? '' },
  values: readPiece((field) => values[field] ?? ''),
})

const isPiece = (value: unknown): value is StudioArticleView =>
  typeof value === 'object' && value !== null && 'version' in value && 'text' in value

const pieceIn = (error: DomainError, name: 'now' | 'theirs'): StudioArticleView | null => {
  const found = error.details?.[name]
  return isPiece(found) ? found : null
}

const typedOver = ({ version, slug }: StudioArticleView): TypedOver => ({ version, slugBefore: slug })

/** It was done: what was sent is stored, with the address that it got. */
export const afterChange = (
  state: EditorState,
  piece: StudioArticleView,
  sent: PieceValues,
  said: string,
): EditorState => ({
  ...state,
  ...{ piece, said, problem: null, theirs: null },
  over: typedOver(piece),
  saved: { ...sent, slug: piece.slug },
})

/** The editor saved by itself: the same, said more quietly. */
export const afterAutosave = (
  state: EditorState,
  { version, slug, updatedAt }: AutoSaved,
  sent: PieceValues,
  said: string,
): EditorState => ({
  ...state,
  piece: {
    ...{ ...state.piece, version, slug, updatedAt },
    hasUnpublishedChanges: state.piece.hasUnpublishedChanges || PUBLIC.has(state.piece.status),
  },
  ...{ said, over: { version, slugBefore: slug }, saved: { ...sent, slug } },
})

/**
 * It was refused. After a conflict the next save replaces theirs, which is in sight by then; where only the move
 * failed (`details.saved`), the text is stored and the next save goes on from there.
 */
export const afterRefusal = (state: EditorState, error: DomainError, sent: PieceValues): EditorState => {
  const [now, theirs] = [pieceIn(error, 'now'), pieceIn(error, 'theirs')]
  const refused = { ...state, problem: error, theirs, said: null, piece: now ?? theirs ?? state.piece }
  if (theirs) return { ...refused, over: { ...state.over, version: theirs.version } }
  if (now === null || error.details?.saved !== true) return refused
  return { ...refused, over: typedOver(now), saved: { ...sent, slug: now.slug } }
}

/** Goes on with what the others saved; what was typed here is kept by the server. */
export const afterTakingTheirs = (state: EditorState, theirs: StudioArticleView): EditorState => ({
  ...{ piece: theirs, over: typedOver(theirs), saved: valuesOf(theirs) },
  ...{ problem: null, theirs: null, said: state.said },
})

export const editorStart = (
  posted: FormState<Edited>,
  stored: StudioArticleView,
  said: string | null,
): EditorStart => {
  const { html, direction, wordCount } = stored
  const saved = valuesOf(stored)
  const state = { piece: stored, over: typedOver(stored), saved, said, problem: null, theirs: null }
  const preview = { source: saved, preview: { html, direction, wordCount } }
  if (posted.kind === 'refused') {
    const { over, values } = typedBefore(posted.values)
    const refused = afterRefusal({ ...state, over }, posted.error, values)
    const slug = values.slug === over.slugBefore ? refused.over.slugBefore : values.slug
    return { state: refused, values: { ...values, slug }, preview }
  }
  if (posted.kind === 'idle' || posted.value.did !== 'preview') return { state, values: saved, preview }
  const { typed, preview: made } = posted.value
  return {
    state: { ...state, over: typed.over, said: null },
    values: typed.values,
    preview: { source: typed.values, preview: made },
  }
}
