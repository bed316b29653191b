import { expect, it } from 'vitest'
import type { CommentChange } from '../../lib/comments/comment-store'
import { THREAD_SORTS } from '../../lib/comments/comment-view'
import { onEveryBackend } from './support/backends'
import { aSubmission, move, recordOf, stateOf, storeComment, storePiece } from './support/rows'
import { STUB_ROW, ids, behind, tenRoots, answer, chain, readings } from './support/thread-readings'

onEveryBackend('ThreadReader: what is hidden', (world) => {
  const { now, read } = readings(world)

  it.each(['pending', 'rejected', 'spam'] as const)(
    'shows nothing of a comment that is %s, or below it',
    async (status) => {
      const { id: articleId } = await storePiece(world())
      const root = await storeComment(world(), { articleId, status: 'approved' })
      const reply = await storeComment(world(), { articleId, status: 'approved', parent: root })
      await move(world(), root.id, status)
      for (const sort of THREAD_SORTS) expect(await read.roots(articleId, null, 20, sort)).toEqual([])
      for (const { id, depth } of [root, reply]) {
        expect(await world().threadReader.replies([{ id, depth }], now(), { limit: 3 })).toEqual([
          { parentId: id, rows: [], more: false },
        ])
        expect(await read.visible(id)).toBeNull()
        expect(await read.shown(articleId, id)).toBeNull()
      }
      expect(await read.above(reply)).toEqual([])
      expect(await read.count(articleId)).toBe(0)
    },
  )

  it('shows nothing below a hidden comment in a lane, and names no place by it', async () => {
    const { id: articleId } = await storePiece(world())
    const links = await chain(world(), articleId, 6)
    const [third, , fifth] = links.slice(3)
    if (!third || !fifth) throw new Error('too short a chain')
    await move(world(), fifth.id, 'rejected')
    expect(ids((await read.below(third))?.rows ?? [])).toEqual([links[4]?.id])
    const nowhere = { parentId: third.id, rows: [], more: false }
    expect(await read.below(third, { size: null, at: 0, id: fifth.id })).toEqual(nowhere)
    expect(await read.below(third, { size: null, at: 0, id: world().ids.random() })).toEqual(nowhere)
  })

  it.each(['removed', 'erased'] as const)(
    'keeps the place of a comment that was %s, and nothing else of it',
    async (status) => {
      const { id: articleId, createdById } = await storePiece(world())
      const given = { articleId, status: 'approved', byStaff: true, userId: createdById } as const
      const root = await storeComment(world(), given)
      const middle = await storeComment(world(), { ...given, parent: root })
      world().clock.advance(1)
      const leaf = await storeComment(world(), { articleId, status: 'approved', parent: middle })
      await world().recommendStore.give({
        ...{ commentId: root.id, readerKey: 'guest:a', createdAt: now(), guest: null, effects: [] },
      })
      await move(world(), root.id, status)
      await move(world(), middle.id, status)
      const place = { id: root.id, parentId: null, rootId: root.id, depth: 0, branchSize: 1, shownReplies: 1 }
      expect(await read.roots(articleId)).toEqual([{ ...place, ...STUB_ROW }])
      expect(await read.shown(articleId, root.id)).toEqual({ ...place, ...STUB_ROW })
      expect(await read.replies(root, middle)).toMatchObject([
        { rows: [{ id: middle.id, ...STUB_ROW }] },
        { rows: [{ id: leaf.id, stub: false, parentName: '' }] },
      ])
      expect(await read.count(articleId)).toBe(1)
      expect(await read.visible(root.id)).toBeNull()
      await move(world(), leaf.id, 'spam')
      expect(await read.roots(articleId)).toEqual([])
      expect(await read.shown(articleId, root.id)).toBeNull()
      expect(await read.below(root)).toEqual({ parentId: root.id, rows: [], more: false })
    },
  )

  it('goes on after a stub, whose time it does not tell', async () => {
    const { id: articleId } = await storePiece(world())
    const roots = await tenRoots(world(), articleId)
    const stub = roots[5]
    if (!stub) throw new Error('no root')
    const [reply, other] = await answer(world(), stub, 2)
    await move(world(), stub.id, 'removed')
    for (const sort of THREAD_SORTS) {
      const all = await read.roots(articleId, null, 20, sort)
      const place = ids(all).indexOf(stub.id)
      expect(behind(all[place], sort).at).toBe(0)
      expect(ids(await read.roots(articleId, behind(all[place], sort), 20, sort))).toEqual(
        ids(all.slice(place + 1)),
      )
      // A comment that is no stub, hidden or not, of this list or not, answers in such a cursor as an unknown one.
      const hidden = await storeComment(world(), { articleId })
      const elsewhere = await storePiece(world())
      for (const id of [hidden.id, roots[4]?.id ?? '', reply?.id ?? '', world().ids.random()]) {
        const forged = { ...behind(all[place], sort), id }
        expect(await read.roots(articleId, forged, 20, sort)).toEqual([])
        expect(await read.roots(elsewhere.id, behind(all[place], sort), 20, sort)).toEqual([])
      }
    }
    if (!reply || !other) throw new Error('no reply')
    await answer(world(), reply, 1)
    await move(world(), reply.id, 'erased')
    const replies = (await read.below(stub))?.rows ?? []
    expect(ids(replies)).toEqual([reply.id, other.id])
    expect(ids((await read.below(stub, behind(replies[0])))?.rows ?? [])).toEqual([other.id])
  })

  it('shows nothing while the piece is not public', async () => {
    const later = now() + 1000
    const { id: articleId } = await storePiece(world(), { publishedAt: later })
    const draft = await storePiece(world(), { status: 'unpublished' })
    const root = await storeComment(world(), { articleId, status: 'approved' })
    const reply = await storeComment(world(), { articleId, status: 'approved', parent: root })
    const other = await storeComment(world(), { articleId: draft.id, status: 'approved' })
    for (const { id, articleId: piece } of [root, reply, other]) {
      expect(await read.visible(id)).toBeNull()
      expect(await read.shown(piece, id)).toBeNull()
    }
    for (const sort of THREAD_SORTS) expect(await read.roots(articleId, null, 20, sort)).toEqual([])
    expect(await read.below(root)).toEqual({ parentId: root.id, rows: [], more: false })
    expect(await read.above(reply)).toEqual([])
    expect(await read.count(articleId)).toBe(0)
    world().clock.set(later)
    expect(ids(await read.roots(articleId))).toEqual([root.id])
    expect(ids(await read.above(reply))).toEqual([root.id])
    expect(await read.count(articleId)).toBe(2)
    expect(await read.count(draft.id)).toBe(0)
  })

  it('keeps the approved text public while an edit waits, and says (Edited) afterwards', async () => {
    const { id: articleId } = await storePiece(world())
    const submission = aSubmission(world(), { articleId, status: 'approved' })
    const { id } = submission.comment
    await world().commentStore.insert(submission)
    const revision = { ...aSubmission(world(), { articleId }).revision, commentId: id, number: 2 }
    const before = stateOf(await recordOf(world(), id))
    const edit: CommentChange = {
      ...{ commentId: id, revision, decision: null, effects: [], expect: { status: 'approved', version: 1 } },
      to: { ...before, pendingRevisionId: revision.id, latestRevisionId: revision.id },
    }
    expect(await world().commentStore.apply(edit)).toBe(true)
    const own = () => world().threadReader.ownById(id, now())
    expect(await read.roots(articleId)).toMatchObject([{ body: submission.revision.body, edited: false }])
    expect(await own()).toMatchObject({
      ...{ body: revision.body, shownBody: submission.revision.body, hasPendingEdit: true },
    })
    const approve: CommentChange = {
      ...{ commentId: id, decision: null, effects: [], expect: { status: 'approved', version: 2 } },
      to: {
        ...before,
        approvedRevisionId: revision.id,
        editedAt: now(),
        revisions: { [revision.id]: 'approved', [submission.revision.id]: 'superseded' },
      },
    }
    expect(await world().commentStore.apply(approve)).toBe(true)
    expect(await read.roots(articleId)).toMatchObject([{ body: revision.body, edited: true }])
    expect(await own()).toMatchObject({ body: revision.body, shownBody: null, hasPendingEdit: false })
  })
})
