import fc from 'fast-check'
import { expect, it } from 'vitest'
import { COMMENT_STATUSES, HIDING } from '../../lib/comments/comment-status'
import type { Comment } from '../../lib/comments/comment'
import { countNumbers } from '../support/thread-numbers'
import { atOnce } from '../support/at-once'
import { type OpenWorld, onEveryBackendAndThread } from './support/backends'
import { effectKeys } from './support/effect-keys'
import {
  aChange,
  aDecision,
  aSubmission,
  move,
  recordOf,
  storeComment,
  storePiece,
  stateOf,
  storeUser,
} from './support/rows'

onEveryBackendAndThread('CommentStore, changes', (world) => {
  it('applies a decision to comment, revisions, log and outbox together', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    const change = await aChange(world(), id, 'approved', {
      effects: [
        { key: 'a', effect: { kind: 'comment.changed', commentId: id, articleId, sight: 'appeared' } },
      ],
    })
    expect(await world().commentStore.apply(change)).toBe(true)
    const { comment, revisions } = await recordOf(world(), id)
    expect(comment).toMatchObject({ status: 'approved', version: 2, pendingRevisionId: null })
    expect(comment.approvedRevisionId).toBe(comment.latestRevisionId)
    expect(revisions.map(({ state }) => state)).toEqual(['approved'])
    expect(await world().commentStore.decisionsOn(id)).toEqual([change.decision])
    expect(await effectKeys(world())).toEqual(['a'])
  })

  it('stores an edit as a new revision and keeps the approved text', async () => {
    const { id: articleId } = await storePiece(world())
    const before = await storeComment(world(), { articleId, status: 'approved' })
    const revision = { ...aSubmission(world(), { articleId }).revision, commentId: before.id, number: 2 }
    const edited = await world().commentStore.apply({
      commentId: before.id,
      expect: { status: 'approved', version: 1 },
      to: {
        ...stateOf(await recordOf(world(), before.id)),
        pendingRevisionId: revision.id,
        latestRevisionId: revision.id,
        queueOrder: 7,
      },
      revision,
      opinions: [{ check: 'mode', level: 'hold', reason: 'Everything waits.', evidence: {} }],
      decision: null,
      effects: [],
    })
    expect(edited).toBe(true)
    const { comment, revisions } = await recordOf(world(), before.id)
    expect(comment).toMatchObject({ status: 'approved', queueOrder: 7, pendingRevisionId: revision.id })
    expect(comment.approvedRevisionId).toBe(before.approvedRevisionId)
    expect(revisions.map(({ number }) => number)).toEqual([1, 2])
    expect((await world().queueReader.card(before.id))?.opinions).toHaveLength(1)
    expect(await world().commentStore.opinionsOn(revision.id)).toEqual([
      { check: 'mode', level: 'hold', reason: 'Everything waits.', evidence: {} },
    ])
    expect(await world().commentStore.opinionsOn('nothing')).toEqual([])
  })

  it('refuses a change that comes late, and writes nothing of it', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    const late = await aChange(world(), id, 'rejected', {
      effects: [
        { key: 'late', effect: { kind: 'comment.changed', commentId: id, articleId, sight: 'none' } },
      ],
    })
    await move(world(), id, 'approved')
    const before = await recordOf(world(), id)
    expect(await world().commentStore.apply(late)).toBe(false)
    expect(await world().commentStore.apply({ ...late, expect: { status: 'pending', version: 2 } })).toBe(
      false,
    )
    expect(await world().commentStore.apply({ ...late, expect: { status: 'approved', version: 1 } })).toBe(
      false,
    )
    expect(await recordOf(world(), id)).toEqual(before)
    expect(await world().commentStore.decisionsOn(id)).toHaveLength(1)
    expect(await effectKeys(world())).toEqual([])
  })

  it('refuses a change whose place came into sight meanwhile', async () => {
    const { id: articleId } = await storePiece(world())
    const root = await storeComment(world(), { articleId, status: 'approved' })
    const { id } = await storeComment(world(), { articleId, parent: root, status: 'approved' })
    await move(world(), root.id, 'rejected')
    const change = await aChange(world(), id, 'rejected')
    const hidden = { ...change, expect: { ...change.expect, hiddenAncestors: 1 } }
    await move(world(), root.id, 'approved')
    expect(await world().commentStore.apply(hidden)).toBe(false)
    const seen = { ...change, expect: { ...change.expect, hiddenAncestors: 0 } }
    expect(await world().commentStore.apply(seen)).toBe(true)
  })

  it('lets one of twenty moderators decide', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    const changes = await atOnce(20, (n) => aChange(world(), id, n % 2 ? 'approved' : 'spam'))
    const outcomes = await atOnce(20, async (n) => {
      const change = changes[n]
      return change ? world().commentStore.apply(change) : false
    })
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect(await world().commentStore.decisionsOn(id)).toHaveLength(1)
    expect((await recordOf(world(), id)).comment.version).toBe(2)
  })

  it('undoes a decision once', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    await move(world(), id, 'spam')
    const [first] = await world().commentStore.decisionsOn(id)
    const undo = async () => {
      const record = await recordOf(world(), id)
      const decision = aDecision(world(), record, 'pending', { move: 'undo', undoesId: first?.id ?? '' })
      return aChange(world(), id, 'pending', { decision })
    }
    expect(await world().commentStore.apply(await undo())).toBe(true)
    await move(world(), id, 'spam')
    const before = await recordOf(world(), id)
    expect(await world().commentStore.apply(await undo())).toBe(false)
    expect(await recordOf(world(), id)).toEqual(before)
  })

  it('remembers a moderator by name and role, not by device', async () => {
    const user = await storeUser(world(), { role: 'moderator', name: 'Mo' })
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    const actor = {
      kind: 'user',
      userId: user.id,
      role: 'moderator',
      name: 'Mo',
      sessionId: 'secret',
    } as const
    const decision = aDecision(world(), await recordOf(world(), id), 'approved', { actor })
    await world().commentStore.apply(await aChange(world(), id, 'approved', { decision }))
    const [logged] = await world().commentStore.decisionsOn(id)
    expect(logged?.actor).toEqual({ ...actor, sessionId: '' })
  })

  it('keeps hiding ancestors and every number of the thread right after any move in any tree', async () => {
    const statuses = fc.constantFrom(...COMMENT_STATUSES)
    const tree = fc.array(fc.nat(), { minLength: 2, maxLength: 12 })
    const moves = fc.array(fc.tuple(fc.nat(), statuses), { minLength: 1, maxLength: 12 })
    const run = async (shape: number[], steps: [number, (typeof COMMENT_STATUSES)[number]][]) => {
      const { id: articleId } = await storePiece(world())
      const comments: Comment[] = []
      for (const place of shape) {
        const parent = comments[place % (comments.length + 1)]
        comments.push(
          await storeComment(world(), { articleId, status: 'approved', ...(parent && { parent }) }),
        )
      }
      for (const [place, status] of steps) {
        const comment = comments[place % comments.length]
        if (comment) expect(await move(world(), comment.id, status)).toBe(true)
        await expectTrueCounts(world(), comments)
      }
    }
    await fc.assert(fc.asyncProperty(tree, moves, run), { numRuns: 15 })
  })

  it('never leaves a reply visible below something hidden in the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id: articleId } = await storePiece(world())
      const root = await storeComment(world(), { articleId, status: 'approved' })
      const parent = await storeComment(world(), { articleId, status: 'approved', parent: root })
      const replies = Array.from({ length: 6 }, () =>
        aSubmission(world(), { articleId, status: 'approved', parent }),
      )
      const hide = await aChange(world(), root.id, 'rejected')
      const [early, late] = [replies.slice(0, 3), replies.slice(3)]
      const race = [
        ...early.map((reply) => world().commentStore.insert(reply)),
        world().commentStore.apply(hide),
        ...late.map((reply) => world().commentStore.insert(reply)),
      ]
      await Promise.all(race)
      const stored = await Promise.all(replies.map(({ comment }) => world().commentStore.find(comment.id)))
      const there = stored.flatMap((record) => (record ? [record.comment] : []))
      await expectTrueCounts(world(), [root, parent, ...there])
    }
  })

  it('loses no number when everything happens at once, in one branch and in several', async () => {
    const { id: articleId } = await storePiece(world())
    const roots = await atOnce(2, () => storeComment(world(), { articleId, status: 'approved' }))
    const all = [...roots]
    // Chains, so that a stub may hold another one.
    for (let depth = 0; depth < 3; depth += 1) {
      for (const parent of all.slice(-2)) {
        all.push(await storeComment(world(), { articleId, status: 'approved', parent }))
      }
    }
    const random = [...all, ...all, ...all].map((_, n) => COMMENT_STATUSES[(n * 7 + 3) % 6] ?? 'approved')
    for (let round = 0; round < 6; round += 1) {
      const replies = all.map((parent) => aSubmission(world(), { articleId, status: 'approved', parent }))
      const changes = await Promise.all(
        all.map(({ id }, n) => aChange(world(), id, random[n + round * 3] ?? 'approved')),
      )
      const [early, late] = [replies.slice(0, 3), replies.slice(3)]
      await Promise.all([
        ...early.map((reply) => world().commentStore.insert(reply)),
        ...changes.map((change) => world().commentStore.apply(change)),
        ...late.map((reply) => world().commentStore.insert(reply)),
      ])
      const stored = await Promise.all(replies.map(({ comment }) => world().commentStore.find(comment.id)))
      all.push(...stored.flatMap((record) => (record ? [record.comment] : [])))
      await expectTrueCounts(world(), all)
    }
  })
})

/** The stored numbers equal those counted over all comments of their one piece. */
const expectTrueCounts = async (world: OpenWorld, comments: readonly Comment[]): Promise<void> => {
  const now = new Map<string, Comment>()
  for (const { id } of comments) now.set(id, (await recordOf(world, id)).comment)
  for (const comment of now.values()) {
    let hiding = 0
    for (let above = now.get(comment.parentId ?? ''); above; above = now.get(above.parentId ?? '')) {
      if (HIDING.has(above.status)) hiding += 1
    }
    expect(comment.hiddenAncestors).toBe(hiding)
  }
  const [{ articleId } = { articleId: '' }] = comments
  expect(await world.numbers(articleId)).toEqual(countNumbers([...now.values()]))
}
