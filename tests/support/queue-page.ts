import type { Cursor } from '../../lib/kernel/paging'
import {
  NO_FILTER,
  type QueueFilter,
  type QueueQuestion,
  type QueueTab,
} from '../../lib/moderation/queue-question'

/** A tab in its usual order, asked for without any condition but those given. */
export const questionOf = (
  tab: QueueTab,
  after: Cursor | null = null,
  limit = 20,
  filter: Partial<QueueFilter> = {},
): QueueQuestion => ({
  tab,
  order: tab === 'waiting' ? 'priority' : 'newest',
  filter: { ...NO_FILTER, ...filter },
  after,
  limit,
})
