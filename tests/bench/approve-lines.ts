import type { QueueView } from '../../lib/moderation/queue-view'
import type { House } from '../../server/process/open-house'
import { must } from '../support/builders/must'
import type { Measured } from './load'
import type { BenchPublication } from './publication'

const AMOUNT = 1_000

/** What the desk would post for comments that wait, oldest first. */
const waitingCards = async ({ stet }: House, { moderator }: BenchPublication, amount: number) => {
  const cards: { readonly commentId: string; readonly revisionId: string; readonly version: number }[] = []
  let after: string | null = ''
  while (cards.length < amount && after !== null) {
    const page: QueueView = await must('list the queue', stet.moderation.queue(moderator, { tab: 'waiting', after }))
    cards.push(
      ...page.cards.map(({ commentId, revisionId, version }) => ({ commentId, revisionId, version })),
    )
    after = page.next
  }
  return cards.slice(0, amount)
}

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(sorted.length * part)] ?? 0

/** One decision after the other through the use-case, stored before the next begins. */
export const measureApproving = async (house: House, publication: BenchPublication): Promise<Measured> => {
  const cards = await waitingCards(house, publication, AMOUNT)
  const times: number[] = []
  const start = performance.now()
  for (const card of cards) {
    const from = performance.now()
    await must('approve', house.stet.moderation.decide(publication.moderator, { ...card, move: 'approve' }))
    times.push(performance.now() - from)
  }
  const seconds = (performance.now() - start) / 1_000
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    operations: times.length,
  }
}
