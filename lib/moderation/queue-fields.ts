import { DAY, type Instant } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import type { QueueFields } from './desk-address'
import { QUEUE_ORDERS, QUEUE_TABS, type QueueFilter, type QueueOrder, type QueueTab } from './queue-question'

const oneOf = <T extends string>(words: readonly T[], typed: string | undefined): T | null =>
  words.find((word) => word === typed) ?? null

/** Midnight (UTC) of `2026-03-01`; null for no day of the calendar. */
const dayOf = (typed: string | undefined): Instant | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed ?? '')) return null
  const at = Date.parse(`${typed}T00:00:00Z`)
  return Number.isNaN(at) ? null : at
}

const authorOf = (typed = ''): QueueFilter['author'] => {
  const [, kind, id = ''] = /^(guest|user)-(.+)$/.exec(typed) ?? []
  if (!ID_PATTERN.test(id)) return null
  return kind === 'guest' ? { guestId: id } : { userId: id }
}

/** The proven identity of a comment's author, as an address names it. */
export const printAuthor = (author: { guestId: string | null; userId: string | null }): string | null => {
  if (author.userId !== null) return `user-${author.userId}`
  return author.guestId === null ? null : `guest-${author.guestId}`
}

const dayAfter = (day: Instant | null): Instant | null => (day === null ? null : day + DAY)

/** The tab that the address names; `waiting` where it names none that there is. */
export const tabOf = ({ tab }: QueueFields): QueueTab => oneOf(QUEUE_TABS, tab) ?? 'waiting'

const PRIORITIZED: ReadonlySet<QueueTab> = new Set(['waiting', 'reported'])

/** What waits or is reported comes in the order of its priority, everything else newest first, unless asked for otherwise. */
export const orderOf = (fields: QueueFields): QueueOrder => {
  if (fields.q) return 'newest'
  const usual = PRIORITIZED.has(tabOf(fields)) ? 'priority' : 'newest'
  const asked = oneOf(QUEUE_ORDERS, fields.order)
  return asked === null || (asked === 'priority' && usual !== 'priority') ? usual : asked
}

/** Everything of a filter that can be said without looking anything up. */
export const filterOf = (fields: QueueFields): Omit<QueueFilter, 'articleIds' | 'languages' | 'words'> => ({
  author: authorOf(fields.author),
  check: /^[a-z][a-z0-9-]{0,40}$/.test(fields.check ?? '') ? (fields.check ?? null) : null,
  from: dayOf(fields.from),
  until: dayAfter(dayOf(fields.until)),
  script: /^[A-Za-z]{1,20}$/.test(fields.script ?? '') ? (fields.script ?? null) : null,
  links: fields.links === 'yes' ? true : fields.links === 'no' ? false : null,
})
