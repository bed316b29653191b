import type { QueueTab } from '@/lib/moderation/queue-reader'

/** The tabs of the desk, in their order, and what an empty one says. */
export const QUEUE_WORDS: readonly {
  readonly tab: QueueTab
  readonly label: string
  readonly empty: string
}[] = [
  { tab: 'waiting', label: 'Waiting', empty: 'Nothing is waiting' },
  { tab: 'reported', label: 'Reported', empty: 'Readers have reported nothing' },
  { tab: 'approved', label: 'Approved', empty: 'Nothing has been approved yet' },
  { tab: 'rejected', label: 'Rejected', empty: 'Nothing was rejected' },
  { tab: 'spam', label: 'Spam', empty: 'There is no spam' },
]

export const emptyWords = (tab: QueueTab): string =>
  QUEUE_WORDS.find((words) => words.tab === tab)?.empty ?? ''
