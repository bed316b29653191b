import type { StudioArticleView } from '@/lib/articles/article-view'
import type { TextPreview } from '@/lib/articles/preview-text'
import type { PieceValues } from './piece-values'

/** What the buttons of the editor ask for. All but `settle` and `preview` save what was typed first. */
export const INTENTS = [
  'save',
  /** With both texts in sight: what was typed here goes on. */
  'keep',
  'submit',
  'return',
  'publish',
  'unschedule',
  'unpublish',
  'trash',
  'restore',
  /** The text that is stored goes on; the other one stays among the revisions. */
  'settle',
  'preview',
] as const
export type Intent = (typeof INTENTS)[number]
export type Change = Exclude<Intent, 'preview'>

/** What a form was made from; it travels in hidden fields. */
export interface TypedOver {
  /** The version a save replaces. */
  readonly version: number
  /** An address that was left as it was is no wish: it may have moved on, with the title or by a colleague. */
  readonly slugBefore: string
}

export interface TypedPiece {
  readonly over: TypedOver
  readonly values: PieceValues
}

export type Edited =
  | { readonly did: Change; readonly piece: StudioArticleView }
  /** Without JavaScript the page comes back with what was typed, and how readers would see it. */
  | { readonly did: 'preview'; readonly typed: TypedPiece; readonly preview: TextPreview }
