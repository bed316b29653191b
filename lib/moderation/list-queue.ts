import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { parseCursor, printCursor } from '../kernel/paging'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { presentCard } from './present-queue'
import { QUEUE_TABS, type QueueRow, type QueueTab } from './queue-reader'
import type { QueueView } from './queue-view'

const CARDS_PER_PAGE = 20

export const listQueueInput = z.strictObject({
  tab: z.enum(QUEUE_TABS).optional(),
  after: z.string().max(100).optional(),
})

/** The place of a row in its tab: the reader's own order. */
const placeOf = (tab: QueueTab, { comment }: QueueRow): string =>
  printCursor({ at: tab === 'waiting' ? comment.queueOrder : comment.createdAt, id: comment.id })

/** One page of the desk: the oldest that wait first, the newest of what was decided first. */
export const listQueue = async (
  { queueReader, settingsStore }: Pick<Ports, 'queueReader' | 'settingsStore'>,
  actor: Actor,
  { tab = 'waiting', after }: z.infer<typeof listQueueInput>,
): Promise<Result<QueueView>> => {
  if (!can(actor, 'open.desk')) return fail('forbidden', 'The desk is open to moderators only.')
  const cursor = after === undefined ? null : parseCursor(after)
  const [rows, counts, { settings }] = await Promise.all([
    queueReader.list(tab, cursor, CARDS_PER_PAGE),
    queueReader.counts(),
    settingsStore.read(),
  ])
  const shown = rows.slice(0, CARDS_PER_PAGE)
  const last = shown.at(-1)
  return ok({
    tab,
    cards: shown.map((row) => presentCard(actor, row)),
    counts,
    reasons: settings.reasons.map(({ name }) => name),
    next: rows.length > CARDS_PER_PAGE && last ? placeOf(tab, last) : null,
  })
}
