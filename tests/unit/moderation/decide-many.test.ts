import { expect, it } from 'vitest'
import { editComment } from '../../../lib/comments/edit-comment'
import { decide } from '../../../lib/moderation/decide'
import { decideAtDesk } from '../../../lib/moderation/decide-at-desk'
import { decideMany } from '../../../lib/moderation/decide-many'
import type { QueueFields } from '../../../lib/moderation/desk-address'
import type { QueueCardView } from '../../../lib/moderation/queue-view'
import { listQueue } from '../../../lib/moderation/list-queue'
import { openBatch } from '../../../lib/moderation/open-batch'
import { undoBatch } from '../../../lib/moderation/undo-batch'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { must } from '../../support/builders/must'
import { choose, conversation, person, post, publicPiece, stored } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const FLOOD = 'Earn from home with our proven method, thousands already did, see how at lucky-ropes.example/'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const [ada, ben] = [await person(deps, 'moderator', 'Ada'), await person(deps, 'moderator', 'Ben')]
  const { slug } = await publicPiece(deps, ada)
  const say = async (body: string) => (await post(deps, { slug, body })).commentId
  const cards = async () => (await must('list', listQueue(deps, ada, {}))).cards
  return { deps, ada, ben, say, cards, slug }
}

it('decides what was selected with one click, tells what was missed, and takes all of it back', async () => {
  const { deps, ada, ben, say, cards } = await stage()
  for (const word of ['One.', 'Two.', 'Three.']) await say(word)
  const items = (await cards()).map(({ commentId, revisionId, version }) => ({
    commentId,
    revisionId,
    version,
  }))
  const [first] = items
  if (!first) throw new Error('Nothing waits.')
  await must('reject', decide(deps, ben, { ...first, move: 'reject' }))
  const target = { kind: 'selection', items } as const
  const many = await must('many', decideMany(deps, ada, { target, move: 'approve' }))
  expect(many).toMatchObject({ decided: 2, missedInAll: 1, more: false })
  expect(many.missed).toMatchObject([{ commentId: first.commentId, why: 'Ben rejected this a moment ago.' }])
  const told = async () => must('open', openBatch(deps, ada, { batchId: many.batchId ?? '' }))
  expect(await told()).toMatchObject({ move: 'approve', comments: 2, undone: false })
  const undone = await must('undo', undoBatch(deps, ada, { batchId: many.batchId ?? '' }))
  expect(undone).toEqual({ undone: 2, left: 0 })
  expect(await told()).toMatchObject({ undone: true })
  expect((await cards()).map(({ commentId }) => commentId).sort()).toEqual(
    items
      .slice(1)
      .map(({ commentId }) => commentId)
      .sort(),
  )
  expect(await undoBatch(deps, ada, { batchId: many.batchId ?? '' })).toMatchObject({ ok: false })
})

/** The decision about a flood, as its card stands on the page. */
const floodOf = (cards: readonly QueueCardView[], seenAt: number) => {
  const card = cards.find(({ flood }) => flood !== null)
  if (!card?.flood) throw new Error('There is no flood.')
  return { kind: 'flood', floodId: card.flood.id, card, seenAt } as const
}

it('folds a flood into one card and decides all of it', async () => {
  const { deps, ada, say, cards } = await stage()
  await say('Something else that somebody had to say about ropes and knots.')
  for (const n of [1, 2, 3]) await say(`${FLOOD}${n}`)
  const shown = await cards()
  expect(shown).toHaveLength(2)
  const target = floodOf(shown, deps.clock.now())
  expect(target.card.flood).toMatchObject({ waiting: 3 })
  expect(await must('many', decideMany(deps, ada, { target, move: 'spam' }))).toMatchObject({
    ...{ decided: 3, stays: 0 },
  })
  expect(await cards()).toHaveLength(1)
})

it('leaves of a flood what joined it or was edited since its card was looked at, and says how many', async () => {
  const { deps, ada, slug, say, cards } = await stage()
  await say(`${FLOOD}1`)
  const edited = await post(deps, { slug, body: `${FLOOD}2` })
  await say(`${FLOOD}3`)
  const target = floodOf(await cards(), deps.clock.now())
  deps.clock.advance(5_000)
  const joined = await say(`${FLOOD}4 https://nobody-has-read.example/`)
  const { version } = (await stored(deps, edited.commentId)).comment
  const unread = { commentId: edited.commentId, version, body: `${FLOOD}2 and more`, anyway: true }
  await must('edit', editComment(deps, edited.author, unread))
  const many = await must('many', decideMany(deps, ada, { target, move: 'approve' }))
  expect(many).toMatchObject({ decided: 2, stays: 2 })
  const left = [joined, edited.commentId]
  for (const id of left) expect((await stored(deps, id)).comment.status).toBe('pending')
  const again = floodOf(await cards(), deps.clock.now())
  expect(left).toContain(again.card.commentId)
  expect(await must('again', decideMany(deps, ada, { target: again, move: 'approve' }))).toMatchObject({
    ...{ decided: 2, stays: 0 },
  })
})

it('takes of a flood too large for one key the rest with another, and says only of what is new that it stays', async () => {
  const { deps, ada, say, cards } = await stage()
  const first = await say(`${FLOOD}1`)
  await say(`${FLOOD}2`)
  const { comments, commentRevisions, desk } = deps.tables
  const { comment, revisions } = await stored(deps, first)
  const [revision, facts] = [revisions[0], desk.get(first)]
  if (!revision || !facts) throw new Error('It was not stored.')
  for (let n = 3; n <= 1_002; n++) {
    const [id, revisionId] = [deps.ids.ordered(), deps.ids.random()]
    const pointers = { latestRevisionId: revisionId, pendingRevisionId: revisionId }
    commentRevisions.set(revisionId, { ...revision, id: revisionId, commentId: id })
    comments.set(id, { ...comment, ...pointers, id, queueOrder: comment.queueOrder + n })
    desk.set(id, facts)
  }
  const target = floodOf(await cards(), deps.clock.now())
  expect(target.card.flood).toMatchObject({ waiting: 1_002 })
  deps.clock.advance(1)
  await say(`${FLOOD}1003`)
  const many = await must('many', decideMany(deps, ada, { target, move: 'spam' }))
  expect(many).toMatchObject({ decided: 1_000, missedInAll: 0, stays: 1, more: true })
  const next = floodOf(await cards(), target.seenAt)
  const rest = await must('rest', decideMany(deps, ada, { target: next, move: 'spam' }))
  expect(rest).toMatchObject({ decided: 2, stays: 1, more: false })
})

it('decides of a flood no card that a colleague decided about meanwhile', async () => {
  const { deps, ada, ben, say, cards } = await stage()
  for (const n of [1, 2, 3]) await say(`${FLOOD}${n}`)
  const target = floodOf(await cards(), deps.clock.now())
  const { commentId, revisionId, version } = target.card
  await must('reject', decide(deps, ben, { commentId, revisionId, version, move: 'reject' }))
  const many = await must('many', decideMany(deps, ada, { target, move: 'approve' }))
  expect(many).toMatchObject({ decided: 2, stays: 1 })
  expect(many.missed).toMatchObject([{ commentId, why: 'Ben rejected this a moment ago.' }])
  expect((await stored(deps, commentId)).comment.status).toBe('rejected')
})

it('decides whatever a filter finds, but nothing that came after it was looked at', async () => {
  const { deps, ada, say, cards } = await stage()
  await say('See http://a.example and http://b.example and http://c.example')
  await say('No link at all.')
  const seenAt = deps.clock.now()
  deps.clock.advance(1)
  await say('See http://d.example and http://e.example and http://f.example, later')
  const target = { kind: 'filter', fields: { check: 'links' }, seenAt } as const
  expect(await must('many', decideMany(deps, ada, { target, move: 'spam' }))).toMatchObject({ decided: 1 })
  expect(await cards()).toHaveLength(2)
})

it('decides with a filter what is folded behind its cards, as many as they say, but none that came after', async () => {
  const { deps, ada, say, cards } = await stage()
  for (const n of [1, 2, 3]) await say(`${FLOOD}${n}`)
  await say('Паром опять опоздал, и никто на пристани этому не удивился.')
  const seenAt = deps.clock.now()
  const [flooded] = (await must('list', listQueue(deps, ada, { script: 'Latin' }))).cards
  expect(flooded?.flood).toMatchObject({ waiting: 3 })
  deps.clock.advance(1)
  const later = await say(`${FLOOD}4`)
  const target = { kind: 'filter', fields: { script: 'Latin' }, seenAt } as const
  const many = await must('many', decideMany(deps, ada, { target, move: 'spam' }))
  expect(many).toMatchObject({ decided: 3, missedInAll: 0, more: false })
  expect((await cards()).map(({ commentId }) => commentId)).toContain(later)
  expect(await cards()).toHaveLength(2)
  const undone = await must('undo', undoBatch(deps, ada, { batchId: many.batchId ?? '' }))
  expect(undone).toEqual({ undone: 3, left: 0 })
})

it('approves with a filter no folded text that nobody has read; without one all that wait', async () => {
  const { deps, ada, say, cards } = await stage()
  await say(`${FLOOD}1`)
  await say(`${FLOOD}2 https://example.org/`)
  const seenAt = deps.clock.now()
  const approve = (fields: QueueFields) =>
    must('many', decideMany(deps, ada, { target: { kind: 'filter', fields, seenAt }, move: 'approve' }))
  expect(await approve({ links: 'no' })).toMatchObject({ decided: 1, missedInAll: 0 })
  expect(await cards()).toHaveLength(1)
  expect(await approve({})).toMatchObject({ decided: 1 })
  expect(await cards()).toHaveLength(0)
})

it('leaves alone with a filter what was edited since the page was made, and says so', async () => {
  const { deps, ada, slug } = await stage()
  const { commentId, author } = await post(deps, { slug, body: 'As it was read.' })
  const seenAt = deps.clock.now()
  deps.clock.advance(5_000)
  const { version } = (await stored(deps, commentId)).comment
  const unread = { commentId, version, body: 'As nobody has read it.', anyway: true }
  await must('edit', editComment(deps, author, unread))
  const target = { kind: 'filter', fields: { script: 'Latin' }, seenAt } as const
  const many = await must('many', decideMany(deps, ada, { target, move: 'approve' }))
  expect(many).toMatchObject({ batchId: null, decided: 0, missedInAll: 1 })
  expect(many.missed[0]?.why).toContain('The author changed the text')
})

it('asks for a reason where the publication does', async () => {
  const { deps, ada, say, cards } = await stage()
  await say('One.')
  await choose(deps, { reasonRequired: true })
  const [card] = await cards()
  const { commentId = '', revisionId = '', version = 0 } = card ?? {}
  const target = { kind: 'selection' as const, items: [{ commentId, revisionId, version }] }
  expect(await decideMany(deps, ada, { target, move: 'reject' })).toMatchObject({
    error: { code: 'invalid' },
  })
  expect(await decideAtDesk(deps, ada, { commentId, revisionId, version, move: 'reject' })).toMatchObject({
    error: { code: 'invalid' },
  })
  const reason = 'Off topic'
  expect(await must('many', decideMany(deps, ada, { target, move: 'reject', reason }))).toMatchObject({
    decided: 1,
  })
})

it('is for moderators alone', async () => {
  const { deps, say } = await stage()
  await say('One.')
  const writer = await person(deps, 'writer', 'Cy')
  const member = await person(deps, 'member', 'Dora')
  for (const actor of [ANONYMOUS, writer, member]) {
    const target = { kind: 'filter', fields: {}, seenAt: deps.clock.now() } as const
    expect(await decideMany(deps, actor, { target, move: 'approve' })).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await undoBatch(deps, actor, { batchId: '0'.repeat(26) })).toMatchObject({
      error: { code: 'forbidden' },
    })
  }
})
