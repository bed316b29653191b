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

/** What the list is narrowed down to, beside its tab, by the names of its fields. '' for all. */
export interface StudioFilter {
  /** Words in the title or the text. */
  readonly words: string
  /** Only pieces one looks after. */
  readonly assigned: '' | 'me'
  readonly kind: '' | 'piece' | 'page'
  /** User id. */
  readonly author: string
  readonly tag: string
  readonly series: string
  readonly only: '' | 'featured' | 'soon' | 'attention'
  readonly order: '' | 'oldest' | 'published'
}

export const NO_FILTER: StudioFilter = {
  ...{ words: '', assigned: '', kind: '', author: '', tag: '', series: '', only: '', order: '' },
}

export const studioPath = (status: ArticleStatus | null, filter: StudioFilter, after?: string): string => {
  const fields = Object.entries({ status: status ?? '', ...filter, after: after ?? '' })
  const query = new URLSearchParams(fields.filter(([, value]) => value !== '')).toString()
  return query === '' ? '/studio' : `/studio?${query}`
}
