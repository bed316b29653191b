import { expect, it } from 'vitest'
import type { Comment } from '../../lib/comments/comment'
import type { CommentStatus } from '../../lib/comments/comment-status'
import type { CommentChange } from '../../lib/comments/comment-store'
import { type Counted, countNumbers } from '../support/thread-numbers'
import { onEveryBackend } from './support/backends'
import { aChange, aDecision, move, recordOf, stateOf, storeComment, storePiece } from './support/rows'

onEveryBackend('CommentStore.applyAll', (world) => {
  /** A root with a reply that has a reply, another reply, and a root that nobody answered; all of this status. */
  const aBranch = async (status: CommentStatus) => {
    const { id: articleId } = await storePiece(world())
    const write = async (parent?: Comment): Promise<Comment> =>
      storeComment(world(), { articleId, status: 'approved', ...(parent ? { parent } : {}) })
    const root = await write()
    const reply = await write(root)
    const comments = [root, reply, await write(reply), await write(root), await write()]
    const ids = comments.map(({ id }) => id)
    if (status !== 'approved') for (const id of ids.toReversed()) await move(world(), id, status)
    return { articleId, ids }
  }
  const now = async (id: string): Promise<Comment> => (await recordOf(world(), id)).comment

  /** As the desk plans it: each change expects what was read before any of them was made. */
  const planned = async (
    moves: readonly (readonly [id: string, to: CommentStatus])[],
    batchId = world().ids.ordered(),
  ): Promise<readonly CommentChange[]> =>
    Promise.all(
      moves.map(async ([id, to]) => {
        const record = await recordOf(world(), id)
        const { status, version, hiddenAncestors } = record.comment
        const decision = aDecision(world(), record, to, { batchId })
        return aChange(world(), id, to, { decision, expect: { status, version, hiddenAncestors } })
      }),
    )

  /** What is stored about a thread is what counting every comment of it gives. */
  const isTold = async (articleId: string, ids: readonly string[]): Promise<void> => {
    const comments = await Promise.all(ids.map(now))
    const counted = comments.map(({ id, parentId, status }): Counted => ({ id, parentId, status }))
    expect(await world().numbers(articleId)).toEqual(countNumbers(counted))
    const hidden = new Set(['pending', 'rejected', 'spam'])
    for (const comment of comments) {
      let above = 0
      for (let at = comments.find(({ id }) => id === comment.parentId); at;) {
        if (hidden.has(at.status)) above += 1
        const { parentId } = at
        at = comments.find(({ id }) => id === parentId)
      }
      expect(comment.hiddenAncestors).toBe(above)
    }
  }

  it('approves a comment and everything below it in one batch, in whatever order they come', async () => {
    const { articleId, ids } = await aBranch('pending')
    const [root = '', reply = '', below = '', beside = '', alone = ''] = ids
    const order = [below, root, alone, beside, reply].map((id) => [id, 'approved'] as const)
    expect(await world().commentStore.applyAll(await planned(order))).toEqual(new Set(ids))
    await isTold(articleId, ids)
    expect(await world().queueReader.counts()).toMatchObject({ waiting: 0, approved: 5, all: 5 })
    expect(await world().threadReader.count(articleId, world().clock.now())).toBe(5)
  })

  it('turns a whole branch away, and an undo of all of it leads back to the exact earlier state', async () => {
    const { articleId, ids } = await aBranch('approved')
    const before = await Promise.all(ids.map(async (id) => stateOf(await recordOf(world(), id))))
    const changes = await planned(ids.map((id) => [id, 'spam'] as const))
    expect(await world().commentStore.applyAll(changes)).toEqual(new Set(ids))
    await isTold(articleId, ids)
    expect(await world().queueReader.counts()).toMatchObject({ approved: 0, spam: 5 })
    const undoing = await Promise.all(
      changes.map(async ({ commentId, decision }): Promise<CommentChange> => {
        const record = await recordOf(world(), commentId)
        const { status, version, hiddenAncestors } = record.comment
        const to = decision?.before ?? stateOf(record)
        const undo = aDecision(world(), record, to.status, { move: 'undo', undoesId: decision?.id ?? '' })
        return { commentId, expect: { status, version, hiddenAncestors }, to, decision: undo, effects: [] }
      }),
    )
    expect(await world().commentStore.applyAll(undoing)).toEqual(new Set(ids))
    expect(await Promise.all(ids.map(async (id) => stateOf(await recordOf(world(), id))))).toEqual(before)
    await isTold(articleId, ids)
    expect(await world().queueReader.counts()).toMatchObject({ approved: 5, spam: 0 })
    // A second time there is nothing left to take back.
    expect(await world().commentStore.applyAll(undoing)).toEqual(new Set())
  })

  it('mixes decisions above and below each other', async () => {
    const { articleId, ids } = await aBranch('pending')
    const [root = '', reply = '', below = '', beside = '', alone = ''] = ids
    const changes = await planned([
      [root, 'approved'],
      [reply, 'rejected'],
      [below, 'approved'],
      [beside, 'spam'],
      [alone, 'approved'],
    ])
    expect(await world().commentStore.applyAll(changes)).toEqual(new Set(ids))
    await isTold(articleId, ids)
    expect(await world().threadReader.count(articleId, world().clock.now())).toBe(2)
  })

  it('leaves alone what somebody else decided about meanwhile, above or below, and makes the rest', async () => {
    const { articleId, ids } = await aBranch('pending')
    const [, reply = '', below = '', beside = '', alone = ''] = ids
    const changes = await planned([reply, below, beside, alone].map((id) => [id, 'approved'] as const))
    await world().commentStore.apply(await aChange(world(), beside, 'rejected'))
    const made = await world().commentStore.applyAll(changes)
    expect(made).toEqual(new Set([reply, below, alone]))
    expect((await now(beside)).status).toBe('rejected')
    await isTold(articleId, ids)
    expect(await world().commentStore.applyAll(changes)).toEqual(new Set())
    await isTold(articleId, ids)
  })

  it('lets one of two batches about the same branch win each comment, and loses nothing', async () => {
    const { articleId, ids } = await aBranch('pending')
    const [ours, theirs] = [
      await planned(ids.map((id) => [id, 'approved'] as const)),
      await planned(ids.map((id) => [id, 'rejected'] as const)),
    ]
    const { commentStore } = world()
    const [here, there] = await Promise.all([commentStore.applyAll(ours), commentStore.applyAll(theirs)])
    expect([...here].filter((id) => there.has(id))).toEqual([])
    expect(here.size + there.size).toBeGreaterThan(0)
    for (const id of ids) {
      const { status } = await now(id)
      expect(status).toBe(here.has(id) ? 'approved' : there.has(id) ? 'rejected' : 'pending')
      // The first row put it back to wait.
      expect(await commentStore.decisionsOn(id)).toHaveLength(
        1 + Number(here.has(id)) + Number(there.has(id)),
      )
    }
    await isTold(articleId, ids)
  })
})
