import type { StudioArticleView } from '@/lib/articles/article-view'
import type { FormState } from '@/lib/http/form-state'
import type { Edited } from './editor-actions'

/** Ids: where the sheet stands in the page, and what its script begins with. */
export const SHEET = 'sheet'
export const SHEET_START = 'sheet-start'

export interface SheetStart {
  readonly piece: StudioArticleView
  /** The publication's own time zone. */
  readonly zone: string
  /** What the form did that led here, after a page load. */
  readonly done: string | null
  /** What became of the form that this very request posted, without scripts. */
  readonly posted: FormState<Edited>
}
