import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Comment } from '../../lib/comments/comment'
import { COMMENT_STATUSES, type CommentStatus } from '../../lib/comments/comment-status'
import type { CommentChange } from '../../lib/comments/comment-store'
import { THREAD_SORTS, type ThreadSort } from '../../lib/comments/comment-view'
import type { ThreadRow } from '../../lib/comments/thread-reader'
import type { ThreadCursor } from '../../lib/kernel/paging'
import { MemoryTables } from '../support/memory/memory-tables'
import { MemoryThreadReader } from '../support/memory/memory-thread-reader'
import { type World, onEveryBackend } from './support/backends'
import { aSubmission, audit, move, recordOf, stateOf, storeComment, storePiece } from './support/rows'

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id)

const behind = (row: ThreadRow | undefined, sort: ThreadSort = 'newest'): ThreadCursor => ({
  size: sort === 'discussed' ? (row?.branchSize ?? 0) : null,
  at: row?.createdAt ?? 0,
  id: row?.id ?? '',
})

const STUB_ROW = {
  ...{ stub: true, name: '', byStaff: false, byAuthor: false, body: '', edited: false, featured: false },
  ...{ recommends: 0, createdAt: 0, parentName: '' },
}

/** Ten approved roots, the last two of the same moment. */
const tenRoots = async (world: World, articleId: string): Promise<readonly Comment[]> => {
  const roots: Comment[] = []
  for (let n = 0; n < 10; n += 1) {
    if (n !== 9) world.clock.advance(1)
    roots.push(await storeComment(world, { articleId, status: 'approved' }))
  }
  return roots
}

/** So many approved replies, each a moment after the other. */
const answer = async (world: World, parent: Comment, times: number): Promise<readonly Comment[]> => {
  const replies: Comment[] = []
  for (let n = 0; n < times; n += 1) {
    world.clock.advance(1)
    replies.push(await storeComment(world, { articleId: parent.articleId, status: 'approved', parent }))
  }
  return replies
}

/** Comment, answer to it, answer to that…: from a root down to this depth. */
const chain = async (world: World, articleId: string, depth: number): Promise<readonly Comment[]> => {
  const links = [await storeComment(world, { articleId, status: 'approved' })]
  for (let last = links[0]; last && last.depth < depth;) {
    ;[last] = await answer(world, last, 1)
    if (last) links.push(last)
  }
  return links
}

onEveryBackend('ThreadReader', (world) => {
  const now = () => world().clock.now()
  const read = {
    roots: (articleId: string, after: ThreadCursor | null = null, limit = 20, sort: ThreadSort = 'newest') =>
      world().threadReader.roots(articleId, now(), { sort, after, limit }),
    replies: (...parents: readonly Comment[]) => world().threadReader.replies(parents, now(), { limit: 20 }),
    below: async (parent: Comment, after: ThreadCursor | null = null, limit = 20) =>
      (await world().threadReader.replies([parent], now(), { limit, after }))[0],
    count: (articleId: string) => world().threadReader.count(articleId, now()),
    visible: (commentId: string) => world().threadReader.visible(commentId, now()),
    shown: (articleId: string, commentId: string) => world().threadReader.shown(articleId, commentId, now()),
    above: (comment: Comment, limit = 5) => world().threadReader.ancestors(comment, now(), limit),
  }

  it('lists roots in three orders, a page and one more, and goes on behind each', async () => {
    const { id: articleId } = await storePiece(world())
    const roots = await tenRoots(world(), articleId)
    const sizes = new Map(roots.map(({ id }, n) => [id, n % 3]))
    for (const root of roots) await answer(world(), root, sizes.get(root.id) ?? 0)
    const newest = [...roots].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
    const sizeOf = ({ id }: Comment) => sizes.get(id) ?? 0
    const orders: Readonly<Record<ThreadSort, readonly string[]>> = {
      newest: ids(newest),
      oldest: ids([...newest].reverse()),
      discussed: ids([...newest].sort((a, b) => sizeOf(b) - sizeOf(a))),
    }
    for (const sort of THREAD_SORTS) {
      const all = await read.roots(articleId, null, 20, sort)
      expect(ids(all)).toEqual(orders[sort])
      expect(all.map(({ branchSize }) => branchSize)).toEqual(orders[sort].map((id) => sizes.get(id)))
      expect(ids(await read.roots(articleId, null, 4, sort))).toEqual(orders[sort].slice(0, 5))
      for (const [n, row] of all.entries()) {
        expect(ids(await read.roots(articleId, behind(row, sort), 4, sort))).toEqual(
          orders[sort].slice(n + 1, n + 6),
        )
      }
    }
    const elsewhere = await storePiece(world())
    expect(await read.roots(elsewhere.id)).toEqual([])
  })

  it('gives a visible comment whole', async () => {
    const { id: articleId, slug, createdById } = await storePiece(world())
    const submission = aSubmission(world(), { articleId, status: 'approved', name: 'Ada', byStaff: true })
    await world().commentStore.insert(submission)
    const parent = submission.comment
    world().clock.advance(1)
    const reply = await storeComment(world(), {
      articleId,
      status: 'approved',
      parent,
      name: '',
      userId: createdById,
    })
    const recommend = { commentId: parent.id, createdAt: now(), guest: null, effects: [] }
    await world().recommendStore.give({ ...recommend, readerKey: 'guest:a' })
    await world().recommendStore.give({ ...recommend, readerKey: 'guest:b' })
    const row = {
      ...{
        id: parent.id,
        parentId: null,
        rootId: parent.id,
        depth: 0,
        stub: false,
        name: 'Ada',
        byStaff: true,
      },
      ...{ byAuthor: false, body: submission.revision.body, edited: false, featured: false, recommends: 2 },
      ...{ createdAt: parent.createdAt, branchSize: 1, shownReplies: 1, parentName: '' },
    }
    expect(await read.roots(articleId)).toEqual([row])
    expect(await read.shown(articleId, parent.id)).toEqual(row)
    expect(await read.visible(parent.id)).toEqual({ ...row, articleId, slug })
    expect(await read.replies(parent)).toMatchObject([
      {
        parentId: parent.id,
        more: false,
        rows: [{ id: reply.id, depth: 1, name: '', parentName: 'Ada', byAuthor: true, recommends: 0 }],
      },
    ])
    expect(await read.count(articleId)).toBe(2)
    const elsewhere = await storePiece(world())
    expect(await read.shown(elsewhere.id, parent.id)).toBeNull()
  })

  it("tells the piece's own authors from the authors of other pieces", async () => {
    const { id: articleId, createdById } = await storePiece(world())
    const other = await storePiece(world())
    const byAuthor = async (userId: string) => {
      const { id } = await storeComment(world(), { articleId, status: 'approved', userId })
      return (await read.visible(id))?.byAuthor
    }
    expect(await byAuthor(createdById)).toBe(true)
    expect(await byAuthor(other.createdById)).toBe(false)
  })

  it('reads the first replies of many comments at once, oldest first, and says where more follow', async () => {
    const { id: articleId } = await storePiece(world())
    const roots = await tenRoots(world(), articleId)
    const replies: (readonly Comment[])[] = []
    for (const [n, root] of roots.entries()) replies.push(await answer(world(), root, n % 5))
    const groups = await world().threadReader.replies(roots, now(), { limit: 3 })
    expect(groups.map(({ parentId }) => parentId)).toEqual(ids(roots))
    expect(groups.map(({ rows }) => ids(rows))).toEqual(replies.map((each) => ids(each.slice(0, 3))))
    expect(groups.map(({ more }) => more)).toEqual(replies.map(({ length }) => length > 3))
    const edge = await world().threadReader.replies(roots, now(), { limit: 0 })
    expect(edge.map(({ rows, more }) => [rows.length, more])).toEqual(
      replies.map(({ length }) => [0, length > 0]),
    )
    expect(await world().threadReader.replies([], now(), { limit: 3 })).toEqual([])
    const unknown = { id: world().ids.random(), depth: 0 }
    expect(await world().threadReader.replies([unknown], now(), { limit: 3 })).toEqual([
      { parentId: unknown.id, rows: [], more: false },
    ])
    const twice = [...roots, ...Array.from({ length: 600 }, () => ({ id: world().ids.random(), depth: 1 }))]
    const many = await world().threadReader.replies(twice, now(), { limit: 3 })
    expect(many.slice(0, 10)).toEqual(groups)
    expect(many).toHaveLength(610)
  })

  it('goes on behind any reply, those of the same moment included', async () => {
    const { id: articleId } = await storePiece(world())
    const root = await storeComment(world(), { articleId, status: 'approved' })
    await answer(world(), root, 3)
    for (let n = 0; n < 3; n += 1)
      await storeComment(world(), { articleId, status: 'approved', parent: root })
    const all = (await read.below(root))?.rows ?? []
    expect(all).toHaveLength(6)
    for (const [n, row] of all.entries()) {
      const rest = await read.below(root, { ...behind(row), size: null }, 2)
      expect(ids(rest?.rows ?? [])).toEqual(ids(all.slice(n + 1, n + 3)))
      expect(rest?.more).toBe(all.length > n + 3)
    }
  })

  it('counts the whole lane as replies at the last level, and only direct ones above and below it', async () => {
    const { id: articleId } = await storePiece(world())
    const links = await chain(world(), articleId, 6)
    const [, , second, third, fourth, fifth, sixth] = links
    if (!second || !third || !fourth || !fifth || !sixth) throw new Error('too short a chain')
    const [aside] = await answer(world(), third, 1)
    const below = async (comment: Comment) => ids((await read.below(comment))?.rows ?? [])
    expect(await below(second)).toEqual([third.id])
    expect(await below(third)).toEqual([...ids([fourth, fifth, sixth]), aside?.id])
    expect(await below(fourth)).toEqual([fifth.id])
    expect(await below(fifth)).toEqual([sixth.id])
    expect(await below(sixth)).toEqual([])
    const rest = await read.below(third, { size: null, at: fifth.createdAt, id: fifth.id })
    expect(ids(rest?.rows ?? [])).toEqual([sixth.id, aside?.id])
  })

  it('names what a comment answers, the nearest ones, outermost first, stubs included', async () => {
    const { id: articleId } = await storePiece(world())
    const links = await chain(world(), articleId, 8)
    const leaf = links[8]
    if (!leaf) throw new Error('too short a chain')
    expect(ids(await read.above(leaf, 2))).toEqual(ids(links.slice(5, 8)))
    expect(ids(await read.above(leaf, 20))).toEqual(ids(links.slice(0, 8)))
    await move(world(), links[6]?.id ?? '', 'removed')
    expect(await read.above(leaf, 2)).toMatchObject([
      { id: links[5]?.id },
      { ...STUB_ROW },
      { id: links[7]?.id },
    ])
    const [root] = links
    if (!root) throw new Error('no root')
    expect(await read.above(root)).toEqual([])
    await move(world(), root.id, 'rejected')
    expect(await read.above(leaf, 20)).toEqual([])
  })

  it("gives moderators' picks that readers see, the latest first, so many and no more", async () => {
    const { id: articleId } = await storePiece(world())
    const roots = await tenRoots(world(), articleId)
    const [first, , , fourth] = roots
    if (!first || !fourth) throw new Error('no roots')
    const [below] = await answer(world(), first, 1)
    const picked = [below, ...roots.slice(1, 5)].map((comment) => comment?.id ?? '')
    for (const commentId of picked) {
      world().clock.advance(1)
      const pick = { commentId, featuredAt: now(), audit, effects: [] }
      expect(await world().pickStore.set(pick)).toBe(true)
    }
    const picks = async (limit: number) => ids(await world().threadReader.featured(articleId, now(), limit))
    expect(await picks(3)).toEqual([...picked].reverse().slice(0, 3))
    expect((await read.visible(picked[0] ?? ''))?.featured).toBe(true)
    expect((await read.visible(roots[7]?.id ?? ''))?.featured).toBe(false)
    await move(world(), picked[4] ?? '', 'rejected')
    await answer(world(), fourth, 1)
    await move(world(), picked[3] ?? '', 'removed')
    await move(world(), first.id, 'spam')
    expect(await picks(9)).toEqual([picked[2], picked[1]])
    expect(await read.shown(articleId, picked[3] ?? '')).toMatchObject(STUB_ROW)
    const elsewhere = await storePiece(world())
    expect(await world().threadReader.featured(elsewhere.id, now(), 3)).toEqual([])
  })

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

  it('shows of any thread what the reference shows', async () => {
    const step = fc.record({
      deep: fc.boolean(),
      place: fc.nat(),
      wait: fc.nat({ max: 1 }),
      status: fc.oneof(
        { weight: 2, arbitrary: fc.constant('approved' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...COMMENT_STATUSES) },
      ),
    })
    const run = async (
      steps: { deep: boolean; place: number; wait: number; status: CommentStatus }[],
    ): Promise<void> => {
      const { id: articleId } = await storePiece(world())
      const comments: Comment[] = []
      for (const { deep, place, wait } of steps) {
        world().clock.advance(wait)
        const parent = deep ? comments.at(-1) : comments[place % (comments.length + 1)]
        comments.push(
          await storeComment(world(), { articleId, status: 'approved', ...(parent && { parent }) }),
        )
      }
      for (const [n, { status }] of steps.entries()) {
        const comment = comments[n]
        if (comment && status !== 'approved') await move(world(), comment.id, status)
      }
      const reference = await referenceOf(world(), articleId, comments)
      const real = world().threadReader
      for (const sort of THREAD_SORTS) {
        const page = { sort, after: null, limit: 20 }
        const roots = await real.roots(articleId, now(), page)
        expect(roots).toEqual(await reference.roots(articleId, now(), page))
        const rest = { sort, after: behind(roots[0], sort), limit: 1 }
        expect(await real.roots(articleId, now(), rest)).toEqual(
          await reference.roots(articleId, now(), rest),
        )
      }
      for (const limit of [0, 2, 20]) {
        expect(await real.replies(comments, now(), { limit })).toEqual(
          await reference.replies(comments, now(), { limit }),
        )
      }
      expect(await real.count(articleId, now())).toBe(await reference.count(articleId, now()))
      for (const comment of comments) {
        const { id } = comment
        expect(await real.visible(id, now())).toEqual(await reference.visible(id, now()))
        expect(await real.shown(articleId, id, now())).toEqual(await reference.shown(articleId, id, now()))
        expect(await real.ancestors(comment, now(), 2)).toEqual(await reference.ancestors(comment, now(), 2))
      }
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 16 }), run), { numRuns: 15 })
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
