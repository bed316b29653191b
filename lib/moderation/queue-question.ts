import type { Instant } from '../kernel/clock'
import type { Cursor } from '../kernel/paging'
import type { TextQuery } from '../text/text-query'

export const QUEUE_TABS = ['waiting', 'reported', 'spam', 'approved', 'rejected', 'all'] as const
export type QueueTab = (typeof QUEUE_TABS)[number]

/** `priority`: what waits by its stored place (queue-order.ts), what is reported by the weight of its reports. */
export const QUEUE_ORDERS = ['priority', 'oldest', 'newest'] as const
export type QueueOrder = (typeof QUEUE_ORDERS)[number]

/** Which comments of a tab are asked for: all conditions at once, null for those that are not made. */
export interface QueueFilter {
  /** Pieces they stand under; an empty list finds nothing. */
  readonly articleIds: readonly string[] | null
  /** Tags of the languages those pieces are in, as stored; an empty list finds nothing. */
  readonly languages: readonly string[] | null
  readonly author: { readonly guestId: string } | { readonly userId: string } | null
  /** Name of a check that objected to the text. */
  readonly check: string | null
  /** Written then or later. */
  readonly from: Instant | null
  /** Written before. */
  readonly until: Instant | null
  readonly script: string | null
  readonly links: boolean | null
  /** Words of the text or the name. What is looked for comes newest first, whatever order is asked for. */
  readonly words: TextQuery | null
}

export const NO_FILTER: QueueFilter = {
  articleIds: null,
  languages: null,
  author: null,
  check: null,
  from: null,
  until: null,
  script: null,
  links: null,
  words: null,
}

/** Whether anything but the tab narrows it. */
export const isFiltered = (filter: QueueFilter): boolean =>
  Object.values(filter).some((condition) => condition !== null)

/** Which comments of the desk are asked for. */
export interface QueueQuestion {
  readonly tab: QueueTab
  readonly order: QueueOrder
  readonly filter: QueueFilter
  readonly after: Cursor | null
  readonly limit: number
}
