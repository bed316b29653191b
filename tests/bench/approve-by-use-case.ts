import type { House } from '../../server/process/open-house'
import { must } from '../support/builders/must'
import type { Measured } from './load'
import type { BenchPublication } from './publication'
import { waitingCards } from './waiting-cards'

const AMOUNT = 1_000

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(sorted.length * part)] ?? 0

/** One decision after the other through the use-case, stored before the next begins. */
export const measureApproving = async (house: House, publication: BenchPublication): Promise<Measured> => {
  const cards = await waitingCards(house, publication.moderator, AMOUNT)
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
