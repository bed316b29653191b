import { expect, it } from 'vitest'
import type { Comment } from '../../lib/comments/comment'
import { THREAD_SORTS, type ThreadSort } from '../../lib/comments/comment-view'
import { onEveryBackend } from './support/backends'
import { aSubmission, audit, move, storeComment, storePiece } from './support/rows'
import { STUB_ROW, ids, behind, tenRoots, answer, chain, readings } from './support/thread-readings'

onEveryBackend('ThreadReader', (world) => {
  const { now, read } = readings(world)

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
      ...{ takesReplies: true, createdAt: parent.createdAt, branchSize: 1, shownReplies: 1, parentName: '' },
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
})
