import { beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../../lib/compose'
import { statusAt } from '../../../lib/articles/article-status'
import { DAY, HOUR } from '../../../lib/kernel/clock'
import { ok } from '../../../lib/kernel/result'
import { QUEUE_TABS, type QueueTab } from '../../../lib/moderation/queue-question'
import { fill } from '../../../server/demo/fill'
import { aUser } from '../../support/builders/a-user'
import { theOwner } from '../../support/builders/the-owner'
import { memoryPorts } from '../../support/memory/memory-ports'
import { walkThread } from '../../support/walk-thread'

const NOW = Date.UTC(2031, 4, 6, 15)
/** How pictures are drawn is tested where they are. */
const drawn = { width: 1_600, height: 1_000, colour: '#f4f6f5', widths: [320, 1_600], files: [] }
const pictureMaker = { make: async () => ok(drawn), crop: async () => ok('') }
const ports = { ...memoryPorts(), pictureMaker }
const stet = compose(ports)

beforeAll(async () => {
  expect(await fill(stet, ports.clock, NOW)).toBe('filled')
})

const queue = async (tab: QueueTab) => {
  const owner = await theOwner(stet, { email: 'owner@slackwater.example' })
  const view = await stet.moderation.queue(owner, { tab })
  if (!view.ok) throw new Error(view.error.message)
  return view.value
}

describe('the demo publication', () => {
  it('is fully written, with a lively thread under one piece and none under another', async () => {
    const { items } = await stet.articles.latest({ limit: 50 })
    expect(items.length).toBeGreaterThanOrEqual(12)
    const counts = items.map(({ commentCount }) => commentCount)
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(40)
    expect(Math.max(...counts)).toBeLessThanOrEqual(60)
    expect(counts).toContain(0)
  })

  it('has pictures where pieces are told of', async () => {
    const { pieces } = await stet.articles.front()
    expect(pieces[0]?.cover?.alt).toContain('bell')
    expect(pieces.filter(({ cover }) => cover !== null).length).toBeGreaterThanOrEqual(2)
  })

  it('has something in every tab, and every kind of thing in the queue', async () => {
    for (const tab of QUEUE_TABS) expect((await queue(tab)).counts[tab], tab).toBeGreaterThan(0)
    const { cards } = await queue('waiting')
    const checks = new Set(cards.flatMap(({ reasons }) => reasons.map(({ check }) => check)))
    for (const check of ['links', 'words', 'duplicate', 'mode']) expect(checks, check).toContain(check)
    expect(cards.some(({ shownBody }) => shownBody !== null)).toBe(true)
    expect(cards.some(({ parent }) => parent !== null)).toBe(true)
    expect(cards.some(({ history }) => history.some(({ undone }) => undone))).toBe(true)
  })

  it('shows one flood as one card, and reports of more than one thread', async () => {
    const { cards } = await queue('waiting')
    expect(Math.max(...cards.map(({ flood }) => flood?.waiting ?? 1))).toBeGreaterThanOrEqual(5)
    expect((await queue('reported')).counts.reported).toBeGreaterThanOrEqual(2)
  })

  it('has a piece to appear by other clocks than the house’s, one in review with a question, and a page', async () => {
    const owner = await theOwner(stet, { email: 'owner@slackwater.example' })
    const inState = (status: string) =>
      [...ports.tables.articles.values()].filter((row) => statusAt(row, NOW) === status)
    const [scheduled] = inState('scheduled')
    expect(scheduled?.publishedAt).toBeGreaterThan(NOW)
    const { settings } = await stet.settings.read()
    expect(settings.timeZone).toBe('Europe/London')
    const [waiting] = inState('review')
    const review = await stet.articles.review(owner, { articleId: waiting?.id ?? '' })
    expect(review.ok && review.value.notes.length).toBe(1)
    expect([...ports.tables.articles.values()].filter(({ kind }) => kind === 'page')).toHaveLength(1)
    expect(settings.navigation.header.map(({ href }) => href)).toContain('/about')
    expect((await stet.articles.front()).featured).toHaveLength(2)
  })

  it('lets known readers speak at once under one piece, and nobody else', async () => {
    const bridges = [...ports.tables.articles.values()].find(({ commentMode }) => commentMode === 'first')
    const since = [...ports.tables.comments.values()].filter(
      ({ articleId, createdAt }) => articleId === bridges?.id && createdAt > NOW - 6 * HOUR,
    )
    expect(since.map(({ status }) => status)).toContain('approved')
    expect(since.map(({ status }) => status)).toContain('pending')
  })

  it('shows a stub where an author withdrew a comment that had answers', async () => {
    const withdrawn = [...ports.tables.comments.values()].find(({ status }) => status === 'removed')
    const articleId = withdrawn?.articleId ?? ''
    const { comments } = await walkThread(ports, { articleId })
    expect(comments.map(({ kind }) => kind)).toContain('stub')
  })

  it('lies in the past, all of it', () => {
    const times = [...ports.tables.comments.values(), ...ports.tables.articles.values()].map(
      (row) => row.createdAt,
    )
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW)
    expect(Math.min(...times)).toBeGreaterThan(NOW - 130 * DAY)
  })

  it('is written once: a second run touches nothing', async () => {
    const before = ports.tables.comments.size
    expect(await fill(stet, ports.clock, NOW + DAY)).toBe('there')
    expect(ports.tables.comments.size).toBe(before)
    expect(ports.clock.now()).toBe(NOW)
  })
})

describe('a database that holds something else', () => {
  it('is left alone', async () => {
    const other = memoryPorts()
    const elsewhere = compose(other)
    await aUser(elsewhere)
    expect(await fill(elsewhere, other.clock, NOW)).toBe('there')
    expect(other.tables.articles.size).toBe(0)
  })

  it('is reported when an earlier run was cut short', async () => {
    const other = memoryPorts()
    const elsewhere = compose(other)
    await theOwner(elsewhere, { publicationName: 'Slackwater' })
    expect(await fill(elsewhere, other.clock, NOW)).toBe('unfinished')
  })
})
