import { expect, it } from 'vitest'
import { MINUTE } from '../../../lib/kernel/clock'
import type { DemoComment, Step } from '../../../server/demo/content/demo-comment'
import { PIECES } from '../../../server/demo/content/pieces'
import { THREADS } from '../../../server/demo/content/threads'
import { momentOf } from '../../../server/demo/hold-conversations'
import { comesOut } from '../../../server/demo/write-pieces'

const NOW = Date.UTC(2031, 4, 6, 0, 10)
const everyComment = THREADS.flatMap(({ under, comments }) => comments.map((comment) => ({ under, comment })))
const at = (under: string, comment: DemoComment) => momentOf(comment.at, under, NOW)
const isApproval = (step: Step) => step.do === 'approve'

it('holds a dozen public pieces in several languages, one of them right to left, and one that nobody answered', () => {
  const readable = PIECES.filter(({ state }) => state === 'published' || state === 'changed')
  expect(readable.length).toBeGreaterThanOrEqual(12)
  expect(new Set(readable.map(({ language }) => language)).size).toBeGreaterThanOrEqual(4)
  expect(readable.some(({ direction }) => direction === 'rtl')).toBe(true)
  expect(readable.some(({ key }) => everyComment.every(({ under }) => under !== key))).toBe(true)
  expect(PIECES.some(({ title, text }) => title === '' && text === '')).toBe(true)
  expect(new Set(PIECES.map(({ key }) => key)).size).toBe(PIECES.length)
})

it('lets nothing happen in the future or before its piece is out', () => {
  for (const piece of PIECES) expect(comesOut(piece, NOW), piece.key).toBeLessThan(NOW)
  for (const { under, comment } of everyComment) {
    const piece = PIECES.find(({ key }) => key === under)
    expect(piece, under).toBeDefined()
    if (!piece) continue
    expect(at(under, comment), comment.body).toBeGreaterThan(comesOut(piece, NOW))
    const last = Math.max(0, ...comment.then.map((step) => step.in))
    expect(at(under, comment) + last * MINUTE, comment.body).toBeLessThan(NOW)
  }
})

it('answers a comment only once it stands', () => {
  for (const { under, comments } of THREADS) {
    for (const reply of comments.filter(({ to }) => to !== undefined)) {
      const found = everyComment.find((one) => one.under === under && one.comment.key === reply.to)
      expect(found, `${under}: ${reply.to}`).toBeDefined()
      if (!found) continue
      const approval = found.comment.then.find(isApproval)
      const stood = at(under, found.comment) + (approval?.in ?? 0) * MINUTE
      expect(at(under, reply) - stood, reply.body).toBeGreaterThan(0)
    }
  }
})

it('has a long conversation that goes deeper than a page shows', () => {
  const ferry = everyComment.filter(({ under }) => under === 'ferry')
  expect(ferry.length).toBeGreaterThanOrEqual(40)
  const byKey = new Map(ferry.map(({ comment }) => [comment.key, comment]))
  const depth = (comment: DemoComment): number => {
    const parent = comment.to === undefined ? undefined : byKey.get(comment.to)
    return parent ? 1 + depth(parent) : 0
  }
  expect(Math.max(...ferry.map(({ comment }) => depth(comment)))).toBeGreaterThan(4)
})
