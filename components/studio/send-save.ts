import type { StudioArticleView } from '@/lib/articles/article-view'
import type { DomainError } from '@/lib/kernel/domain-error'
import { TOO_LARGE, isTooLarge } from './largest-save'
import type { PieceValues } from './piece-values'

const ADDRESS = '/studio/save'
const LONGEST_MS = 15_000

export interface AutoSaved {
  readonly version: number
  readonly slug: string
  readonly updatedAt: string
  /** Where a colleague's text was merged with what was sent. */
  readonly piece: StudioArticleView | null
}

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly saved: AutoSaved }
  | { readonly kind: 'refused'; readonly error: DomainError }
  | { readonly kind: 'unreachable' }

const isSaved = (value: unknown): value is AutoSaved =>
  typeof value === 'object' && value !== null && 'version' in value && 'slug' in value

const errorIn = (value: unknown): DomainError | null =>
  typeof value === 'object' && value !== null && 'error' in value ? (value.error as DomainError) : null

/**
 * Saves what the fields hold, without leaving the page. What the server cannot do just now counts as unreachable; what
 * is more than it takes at once is refused, and not sent again as it is.
 */
export const sendSave = async (
  articleId: string,
  values: PieceValues,
  over: { readonly version: number; readonly slugBefore: string; readonly settles?: string },
): Promise<SaveAnswer> => {
  if (isTooLarge(values)) return { kind: 'refused', error: TOO_LARGE }
  const answer = await fetch(ADDRESS, {
    method: 'POST',
    // Whoever saves by hand waits for this one first.
    signal: AbortSignal.timeout(LONGEST_MS),
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ articleId, ...over, ...values }),
  })
  if (answer.status >= 500 || answer.status === 429) return { kind: 'unreachable' }
  // In front of the server another one may take less, and does not say so in JSON.
  if (answer.status === 413) return { kind: 'refused', error: TOO_LARGE }
  const value: unknown = await answer.json()
  if (answer.ok && isSaved(value)) return { kind: 'saved', saved: value }
  const error = errorIn(value)
  return error ? { kind: 'refused', error } : { kind: 'unreachable' }
}
