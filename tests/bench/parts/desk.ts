import { readDeskNumbers, countDeskNumbers } from '../../../lib/db/desk-numbers'
import type { SignedIn } from '../../../lib/kernel/actor'
import type { QueueFields } from '../../../lib/moderation/desk-address'
import type { House } from '../../../server/process/open-house'
import { aClient } from '../../support/builders/a-client'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { aUser } from '../../support/builders/a-user'
import { must } from '../../support/builders/must'
import { seedBigDesk } from '../big-desk'
import { openBenchHouse } from '../publication'
import { quantile } from '../quantile'
import { type WaitingCard, waitingCards } from '../waiting-cards'
import type { Part } from './part'

const PIECES = 12
const CONFLICTS = 1_000

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
  'spam with a link': { tab: 'spam', links: 'yes' },
  'approved, nothing fits': { tab: 'approved', script: 'Hangul' },
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

/** The desk with a million comments, 100,000 of them waiting: what it shows, and decisions while others write. */
export const desk: Part = async ({ root, dataDir, say }) => {
  const house = await openBenchHouse(dataDir, root)
  const { stet, database } = house
  const pieces: { id: string; slug: string }[] = []
  for (let n = 0; n < PIECES; n += 1) {
    const { articleId: id, slug } = await aPiece(stet, { title: `Harbour notes, part ${n + 1}` })
    pieces.push({ id, slug })
  }
  const moderator = await aUser(stet, { role: 'moderator', email: 'ada@pencil.example' })
  const other = await aUser(stet, { role: 'moderator', email: 'ben@pencil.example' })
  say('Writing a million comments…')
  await seedBigDesk(
    database,
    pieces.map(({ id }) => id),
  )
  const lines: Timed[] = []
  say('Looking at every tab…')
  for (const [name, fields] of Object.entries(VIEWS)) {
    const asked = name === 'Waiting' ? 'p50 < 10' : 'p95 < 50'
    lines.push(await timed(name, asked, 60, () => must('queue', stet.moderation.queue(moderator, fields))))
  }
  say('Deciding while others write…')
  const slug = pieces[0]?.slug ?? ''
  const cards = [...(await waitingCards(house, moderator, 9_000))]
  await whileOthersWrite(house, slug, async () => {
    const next = (count: number): WaitingCard[] => cards.splice(0, count)
    lines.push(
      await timed('approve one', 'p50 < 3', 500, () => {
        const [card] = next(1)
        if (!card) throw new Error('Nothing waits.')
        return must('approve', stet.moderation.decide(moderator, { ...card, move: 'approve' }))
      }),
    )
    lines.push(await timed('100 in bulk', '< 10', 15, () => bulk(house, moderator, next(100))))
    lines.push(await timed('1,000 in bulk', '< 150', 4, () => bulk(house, moderator, next(1_000))))
  })
  const batch = await bulk(house, moderator, cards.splice(0, 500))
  lines.push(
    await timed('undo a bulk of 500', '', 1, () =>
      must('undo', stet.moderation.undoBatch(moderator, { batchId: batch.batchId ?? '' })),
    ),
  )
  say('Two moderators about the same comments…')
  const contested = await waitingCards(house, moderator, CONFLICTS)
  const outcomes = await Promise.all(
    contested.flatMap((card) => [
      stet.moderation.decide(moderator, { ...card, move: 'approve' }),
      stet.moderation.decide(other, { ...card, move: 'reject' }),
    ]),
  )
  const won = outcomes.filter(({ ok }) => ok).length
  const refused = outcomes.filter((outcome) => !outcome.ok && outcome.error.code === 'conflict').length
  const [stored, counted] = [await readDeskNumbers(database), await countDeskNumbers(database)]
  const isRight = JSON.stringify(stored) === JSON.stringify(counted)
  await database.close()
  const wrong = won !== CONFLICTS || refused !== CONFLICTS || !isRight
  const rows = lines.map(
    ({ name, p50, p95, asked }) =>
      `${name.padEnd(24)} p50 ${p50.toFixed(1).padStart(7)} ms  p95 ${p95.toFixed(1).padStart(7)} ms  ${asked}`,
  )
  const text = [
    ...rows,
    `${CONFLICTS} contested comments: ${won} decisions stored, ${refused} refused with what happened`,
    isRight
      ? 'every number of the tabs is what COUNT(*) gives'
      : `WRONG: ${JSON.stringify({ stored, counted })}`,
  ].join('\n')
  return { text, json: { lines, won, refused, isRight }, wrong }
}
