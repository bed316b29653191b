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

/** What the list is narrowed down to, beside its tab. '' for all. */
export interface StudioFilter {
  /** Words in the title. */
  readonly title: string
  /** Only pieces one looks after. */
  readonly assigned: '' | 'me'
}

export const studioPath = (
  status: ArticleStatus | null,
  { title, assigned }: StudioFilter,
  after?: string,
): string => {
  const query = new URLSearchParams({
    ...(status ? { status } : {}),
    ...(title ? { title } : {}),
    ...(assigned ? { assigned } : {}),
    ...(after ? { after } : {}),
  }).toString()
  return query === '' ? '/studio' : `/studio?${query}`
}
