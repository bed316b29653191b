import type { SignedIn } from '../../lib/kernel/actor'
import type { QueueFields } from '../../lib/moderation/desk-address'
import type { House } from '../../server/process/open-house'
import { aClient } from '../support/builders/a-client'
import { aComment } from '../support/builders/a-comment'
import { must } from '../support/builders/must'
import { SEARCHED } from './big-desk'
import { quantile } from './quantile'
import { type WaitingCard, waitingCards } from './waiting-cards'

interface Timed {
  readonly name: string
  readonly p50: number
  readonly p95: number
  readonly asked: string
}

const VIEWS: Readonly<Record<string, QueueFields>> = {
  Waiting: {},
  'Waiting, newest first': { order: 'newest' },
  Reported: { tab: 'reported' },
  Spam: { tab: 'spam' },
  Approved: { tab: 'approved' },
  Rejected: { tab: 'rejected' },
  All: { tab: 'all' },
  'waiting with a link': { links: 'yes', check: 'links' },
  'waiting in Cyrillic': { script: 'Cyrillic' },
  'waiting, nothing fits': { script: 'Hangul' },
  'waiting, German pieces': { language: 'de' },
  'waiting, no such piece': { language: 'uk' },
  'approved, no such piece': { tab: 'approved', language: 'uk' },
  'spam with a link': { tab: 'spam', links: 'yes' },
  'approved, nothing fits': { tab: 'approved', script: 'Hangul' },
  'search: rare, waiting': { q: SEARCHED.rare },
  'search: rare, all': { tab: 'all', q: SEARCHED.rare },
  'search: in most, waiting': { q: SEARCHED.common },
  'search: in most, rejected': { tab: 'rejected', q: SEARCHED.common },
  'search: a name': { tab: 'all', q: SEARCHED.name },
}

const timed = async (
  name: string,
  asked: string,
  times: number,
  work: (n: number) => Promise<unknown>,
): Promise<Timed> => {
  const took: number[] = []
  for (let n = 0; n < times; n += 1) {
    const from = performance.now()
    await work(n)
    took.push(performance.now() - from)
  }
  return { name, asked, p50: quantile(took, 0.5), p95: quantile(took, 0.95) }
}

/** Somebody writes as long as the work goes on. */
const whileOthersWrite = async <T>(house: House, slug: string, work: () => Promise<T>): Promise<T> => {
  let goes = true
  const writing = (async () => {
    for (let n = 0; goes; n += 1) {
      await aComment(house.stet, {
        under: slug,
        body: `Written meanwhile, number ${n} of many.`,
        client: aClient(n % 250),
      })
    }
  })()
  const value = await work()
  goes = false
  await writing
  return value
}

const bulk = (house: House, moderator: SignedIn, items: readonly WaitingCard[]) =>
  must(
    'bulk',
    house.stet.moderation.decideMany(moderator, { target: { kind: 'selection', items }, move: 'approve' }),
  )

type Say = (text: string) => void

export const printed = ({ name, p50, p95, asked }: Timed): string =>
  `${name.padEnd(26)} p50 ${p50.toFixed(1).padStart(7)} ms  p95 ${p95.toFixed(1).padStart(7)} ms  ${asked}`

/** Every tab, filter and search; and what a card shows when it is opened. */
export const looking = async ({ stet }: House, moderator: SignedIn, say: Say): Promise<readonly Timed[]> => {
  say('Looking at every tab…')
  const lines: Timed[] = []
  for (const [name, fields] of Object.entries(VIEWS)) {
    const asked = name === 'Waiting' ? 'p50 < 10' : 'p95 < 50'
    lines.push(await timed(name, asked, 60, () => must('queue', stet.moderation.queue(moderator, fields))))
  }
  const { cards } = await must('queue', stet.moderation.queue(moderator, {}))
  const details = (n: number) => {
    const commentId = cards[n % cards.length]?.commentId ?? ''
    return must('details', stet.moderation.details(moderator, { commentId }))
  }
  return [...lines, await timed('details of a card', 'p95 < 50', 60, details)]
}

/** One decision, a hundred, a thousand, while others write; and taking five hundred back. */
export const deciding = async (
  house: House,
  moderator: SignedIn,
  slug: string,
  say: Say,
): Promise<readonly Timed[]> => {
  const { stet } = house
  say('Deciding while others write…')
  const lines: Timed[] = []
  const cards = [...(await waitingCards(house, moderator, 7_000))]
  const next = (count: number): WaitingCard[] => cards.splice(0, count)
  await whileOthersWrite(house, slug, async () => {
    lines.push(
      await timed('approve one', 'p50 < 3', 300, () => {
        const [card] = next(1)
        if (!card) throw new Error('Nothing waits.')
        return must('approve', stet.moderation.decide(moderator, { ...card, move: 'approve' }))
      }),
    )
    lines.push(await timed('100 in bulk', '< 10', 15, () => bulk(house, moderator, next(100))))
    lines.push(await timed('1,000 in bulk', '< 150', 4, () => bulk(house, moderator, next(1_000))))
  })
  const batch = await bulk(house, moderator, next(500))
  const undo = () => must('undo', stet.moderation.undoBatch(moderator, { batchId: batch.batchId ?? '' }))
  return [...lines, await timed('undo a bulk of 500', '', 1, undo)]
}
