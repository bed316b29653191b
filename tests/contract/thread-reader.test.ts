import fc from 'fast-check'
import { expect, it } from 'vitest'
import { COMMENT_STATUSES, type CommentStatus } from '../../lib/comments/comment-status'
import type { Comment } from '../../lib/comments/comment'
import type { CommentChange } from '../../lib/comments/comment-store'
import type { Cursor } from '../../lib/kernel/paging'
import { MemoryThreadReader } from '../support/memory/memory-thread-reader'
import { MemoryTables } from '../support/memory/memory-tables'
import { type World, onEveryBackend } from './support/backends'
import { aSubmission, move, recordOf, stateOf, storeComment, storePiece, storeUser } from './support/rows'

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id)

/** Ten approved roots, the last two of the same moment. */
const tenRoots = async (world: World, articleId: string): Promise<readonly Comment[]> => {
  const roots: Comment[] = []
  for (let n = 0; n < 10; n += 1) {
    if (n !== 9) world.clock.advance(1)
    roots.push(await storeComment(world, { articleId, status: 'approved' }))
  }
  return roots
}

onEveryBackend('ThreadReader', (world) => {
  const read = {
    roots: (articleId: string, after: Cursor | null = null, limit = 20) =>
      world().threadReader.roots(articleId, world().clock.now(), after, limit),
    replies: (...rootIds: string[]) => world().threadReader.replies(rootIds, world().clock.now()),
    count: (articleId: string) => world().threadReader.count(articleId, world().clock.now()),
    visible: (commentId: string) => world().threadReader.visible(commentId, world().clock.now()),
  }

  it('lists roots newest first, a page and one more', async () => {
    const { id: articleId } = await storePiece(world())
    const roots = await tenRoots(world(), articleId)
    const order = [...roots]
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id)
    expect(ids(await read.roots(articleId))).toEqual(order)
    expect(ids(await read.roots(articleId, null, 4))).toEqual(order.slice(0, 5))
    const last = (await read.roots(articleId))[0]
    const after = { at: last?.createdAt ?? 0, id: last?.id ?? '' }
    expect(ids(await read.roots(articleId, after, 4))).toEqual(order.slice(1, 6))
  })

  it('knows the page of each root', async () => {
    const { id: articleId } = await storePiece(world())
    for (const root of await tenRoots(world(), articleId)) {
      const page = await world().threadReader.pageOf(articleId, root.id, world().clock.now(), 3)
      expect(ids(await read.roots(articleId, page, 3)).slice(0, 3)).toContain(root.id)
    }
    const nowhere = world().ids.random()
    expect(await world().threadReader.pageOf(articleId, nowhere, world().clock.now(), 3)).toBeNull()
  })

  it('gives a visible comment whole', async () => {
    const { id: articleId, slug } = await storePiece(world())
    const submission = aSubmission(world(), { articleId, status: 'approved', name: 'Ada', byStaff: true })
    await world().commentStore.insert(submission)
    const parent = submission.comment
    world().clock.advance(1)
    const reply = await storeComment(world(), { articleId, status: 'approved', parent, name: '' })
    const row = {
      id: parent.id,
      parentId: null,
      rootId: parent.id,
      depth: 0,
      stub: false,
      name: 'Ada',
      byStaff: true,
      body: submission.revision.body,
      edited: false,
      createdAt: parent.createdAt,
      parentName: '',
    }
    expect(await read.roots(articleId)).toEqual([row])
    expect(await read.visible(parent.id)).toEqual({ ...row, articleId, slug })
    expect(await read.replies(parent.id)).toMatchObject([
      { id: reply.id, parentId: parent.id, depth: 1, name: '', parentName: 'Ada' },
    ])
    expect(await read.count(articleId)).toBe(2)
  })

  it.each(['pending', 'rejected', 'spam'] as const)(
    'shows nothing of a comment that is %s, or below it',
    async (status) => {
      const { id: articleId } = await storePiece(world())
      const root = await storeComment(world(), { articleId, status: 'approved' })
      const reply = await storeComment(world(), { articleId, status: 'approved', parent: root })
      await move(world(), root.id, status)
      expect(await read.roots(articleId)).toEqual([])
      expect(await read.replies(root.id)).toEqual([])
      expect(await read.count(articleId)).toBe(0)
      expect(await read.visible(root.id)).toBeNull()
      expect(await read.visible(reply.id)).toBeNull()
      expect(await world().threadReader.pageOf(articleId, root.id, world().clock.now(), 1)).toBeNull()
    },
  )

  it.each(['removed', 'erased'] as const)(
    'keeps the place of a comment that was %s, and nothing else of it',
    async (status) => {
      const { id: articleId } = await storePiece(world())
      const root = await storeComment(world(), { articleId, status: 'approved', byStaff: true })
      const middle = await storeComment(world(), { articleId, status: 'approved', parent: root })
      world().clock.advance(1)
      const leaf = await storeComment(world(), { articleId, status: 'approved', parent: middle })
      await move(world(), root.id, status)
      await move(world(), middle.id, status)
      const stub = {
        stub: true,
        name: '',
        byStaff: false,
        body: '',
        edited: false,
        createdAt: 0,
        parentName: '',
      }
      expect(await read.roots(articleId)).toEqual([
        { id: root.id, parentId: null, rootId: root.id, depth: 0, ...stub },
      ])
      expect(await read.replies(root.id)).toMatchObject([
        { id: middle.id, ...stub },
        { id: leaf.id, stub: false, parentName: '' },
      ])
      expect(await read.count(articleId)).toBe(1)
      expect(await read.visible(root.id)).toBeNull()
      await move(world(), leaf.id, 'spam')
      expect(await read.roots(articleId)).toEqual([])
      expect(await read.replies(root.id)).toEqual([])
    },
  )

  it('goes on after a stub, whose time it does not tell', async () => {
    const { id: articleId } = await storePiece(world())
    const roots = await tenRoots(world(), articleId)
    const stub = roots[5]
    if (!stub) throw new Error('no root')
    await storeComment(world(), { articleId, status: 'approved', parent: stub })
    await move(world(), stub.id, 'removed')
    const all = ids(await read.roots(articleId))
    const rest = all.slice(all.indexOf(stub.id) + 1)
    expect(ids(await read.roots(articleId, { at: 0, id: stub.id }))).toEqual(rest)
    const next = roots[4]
    if (!next) throw new Error('no root')
    const page = await world().threadReader.pageOf(
      articleId,
      next.id,
      world().clock.now(),
      all.indexOf(stub.id) + 1,
    )
    expect(page).toEqual({ at: 0, id: stub.id })
    // A hidden comment's id in such a cursor answers as an unknown one.
    const hidden = await storeComment(world(), { articleId })
    expect(await read.roots(articleId, { at: 0, id: hidden.id })).toEqual([])
    expect(await read.roots(articleId, { at: 0, id: world().ids.random() })).toEqual([])
  })

  it('shows nothing while the piece is not public', async () => {
    const later = world().clock.now() + 1000
    const { id: articleId } = await storePiece(world(), { publishedAt: later })
    const draft = await storePiece(world(), { status: 'unpublished' })
    const root = await storeComment(world(), { articleId, status: 'approved' })
    const reply = await storeComment(world(), { articleId, status: 'approved', parent: root })
    const other = await storeComment(world(), { articleId: draft.id, status: 'approved' })
    for (const id of [root.id, reply.id, other.id]) expect(await read.visible(id)).toBeNull()
    expect(await read.roots(articleId)).toEqual([])
    expect(await read.replies(root.id)).toEqual([])
    expect(await read.count(articleId)).toBe(0)
    world().clock.set(later)
    expect(ids(await read.roots(articleId))).toEqual([root.id])
    expect(await read.count(articleId)).toBe(2)
    expect(await read.count(draft.id)).toBe(0)
  })

  it('keeps the approved text public while an edit waits, and says (Edited) afterwards', async () => {
    const { id: articleId } = await storePiece(world())
    const submission = aSubmission(world(), { articleId, status: 'approved' })
    const { id, guestId } = submission.comment
    await world().commentStore.insert(submission)
    const revision = { ...aSubmission(world(), { articleId }).revision, commentId: id, number: 2 }
    const before = stateOf(await recordOf(world(), id))
    const edit: CommentChange = {
      ...{ commentId: id, revision, decision: null, effects: [], expect: { status: 'approved', version: 1 } },
      to: { ...before, pendingRevisionId: revision.id, latestRevisionId: revision.id },
    }
    expect(await world().commentStore.apply(edit)).toBe(true)
    const own = () => world().threadReader.own(articleId, { guestId: guestId ?? '' })
    expect(await read.roots(articleId)).toMatchObject([{ body: submission.revision.body, edited: false }])
    expect(await own()).toMatchObject([
      { body: revision.body, shownBody: submission.revision.body, hasPendingEdit: true },
    ])
    const approve: CommentChange = {
      ...{ commentId: id, decision: null, effects: [], expect: { status: 'approved', version: 2 } },
      to: {
        ...before,
        approvedRevisionId: revision.id,
        editedAt: world().clock.now(),
        revisions: { [revision.id]: 'approved', [submission.revision.id]: 'superseded' },
      },
    }
    expect(await world().commentStore.apply(approve)).toBe(true)
    expect(await read.roots(articleId)).toMatchObject([{ body: revision.body, edited: true }])
    expect(await own()).toMatchObject([{ body: revision.body, shownBody: null, hasPendingEdit: false }])
  })

  it("lists an author's own comments whatever became of them, and nobody else's", async () => {
    const { id: articleId } = await storePiece(world())
    const { id: userId } = await storeUser(world(), { role: 'member' })
    const own: string[] = []
    for (const status of COMMENT_STATUSES) {
      world().clock.advance(1)
      own.unshift((await storeComment(world(), { articleId, status, userId })).id)
      await storeComment(world(), { articleId, status })
    }
    const rows = await world().threadReader.own(articleId, { userId })
    expect(ids(rows)).toEqual(own)
    expect(rows.map(({ status }) => status)).toEqual([...COMMENT_STATUSES].reverse())
    expect(rows.every(({ body }) => body !== '')).toBe(true)
    expect(await world().threadReader.own(articleId, { guestId: userId })).toEqual([])
    const elsewhere = await storePiece(world())
    expect(await world().threadReader.own(elsewhere.id, { userId })).toEqual([])
  })

  it('shows of any thread what the reference shows', async () => {
    const shape = fc.array(
      fc.record({ place: fc.nat(), wait: fc.nat({ max: 1 }), status: fc.constantFrom(...COMMENT_STATUSES) }),
      { minLength: 1, maxLength: 14 },
    )
    const run = async (steps: { place: number; wait: number; status: CommentStatus }[]) => {
      const { id: articleId } = await storePiece(world())
      const comments: Comment[] = []
      for (const { place, wait } of steps) {
        world().clock.advance(wait)
        const parent = comments[place % (comments.length + 1)]
        comments.push(
          await storeComment(world(), { articleId, status: 'approved', ...(parent && { parent }) }),
        )
      }
      for (const [n, { status }] of steps.entries()) {
        const comment = comments[n]
        if (comment && status !== 'approved') await move(world(), comment.id, status)
      }
      const reference = await referenceOf(world(), articleId, comments)
      const now = world().clock.now()
      const roots = await read.roots(articleId)
      expect(roots).toEqual(await reference.roots(articleId, now, null, 20))
      expect(await read.roots(articleId, null, 1)).toEqual(await reference.roots(articleId, now, null, 1))
      expect(await read.replies(...ids(roots))).toEqual(await reference.replies(ids(roots), now))
      expect(await read.count(articleId)).toBe(await reference.count(articleId, now))
      for (const { id, rootId } of comments) {
        expect(await read.visible(id)).toEqual(await reference.visible(id, now))
        const page = await world().threadReader.pageOf(articleId, rootId, now, 2)
        expect(page).toEqual(await reference.pageOf(articleId, rootId, now, 2))
      }
    }
    await fc.assert(fc.asyncProperty(shape, run), { numRuns: 15 })
  })
})

/** The fake over a copy of what is stored: naive, and therefore easy to believe. */
const referenceOf = async (world: World, articleId: string, comments: readonly Comment[]) => {
  const tables = new MemoryTables(world.clock)
  const record = await world.articleStore.find(articleId)
  if (!record) throw new Error('no piece')
  tables.articles.set(articleId, record.article)
  for (const { id } of comments) {
    const { comment, revisions } = await recordOf(world, id)
    tables.comments.set(id, comment)
    for (const revision of revisions) tables.commentRevisions.set(revision.id, revision)
  }
  return new MemoryThreadReader(tables)
}
