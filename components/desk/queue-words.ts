import type { QueueTab } from '@/lib/moderation/queue-question'

/** The tabs of the desk, in their order, the letter that leads there after "g", and what an empty one says. */
export const QUEUE_WORDS: readonly {
  readonly tab: QueueTab
  readonly label: string
  readonly key: string
  readonly empty: string
}[] = [
  { tab: 'waiting', label: 'Waiting', key: 'w', empty: 'Nothing is waiting' },
  { tab: 'reported', label: 'Reported', key: 'r', empty: 'Readers have reported nothing' },
  { tab: 'spam', label: 'Spam', key: 's', empty: 'There is no spam' },
  { tab: 'approved', label: 'Approved', key: 'a', empty: 'Nothing has been approved yet' },
  { tab: 'rejected', label: 'Rejected', key: 'j', empty: 'Nothing was rejected' },
  { tab: 'all', label: 'All', key: 'l', empty: 'Nobody has written anything yet' },
]

export const emptyWords = (tab: QueueTab): string =>
  QUEUE_WORDS.find((words) => words.tab === tab)?.empty ?? ''
