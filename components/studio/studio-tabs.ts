import type { ArticleStatus } from '@/lib/articles/article-status'

export interface StudioTab {
  /** Null: all that is not in the trash. */
  readonly status: ArticleStatus | null
  readonly label: string
}

/** The tabs of the list, in their order. */
export const STUDIO_TABS: readonly StudioTab[] = [
  { status: null, label: 'All' },
  { status: 'draft', label: 'Drafts' },
  { status: 'review', label: 'In review' },
  { status: 'scheduled', label: 'Scheduled' },
  { status: 'published', label: 'Published' },
  { status: 'unpublished', label: 'Unpublished' },
  { status: 'trashed', label: 'Trash' },
]

export const studioPath = (status: ArticleStatus | null, after?: string): string => {
  const query = new URLSearchParams({ ...(status ? { status } : {}), ...(after ? { after } : {}) }).toString()
  return query === '' ? '/studio' : `/studio?${query}`
}
