import { describe, expect, it, vi } from 'vitest'
import type { Comment } from '../../../lib/comments/comment'
import { findBranch } from '../../../lib/comments/find-branch'
import { listOwnComments } from '../../../lib/comments/list-own-comments'
import { locateComment } from '../../../lib/comments/locate-comment'
import { readThread } from '../../../lib/comments/read-thread'
import { parseThreadQuestion } from '../../../lib/comments/thread-question'
import { DAY } from '../../../lib/kernel/clock'
import { move, storeComment, storePiece } from '../../contract/support/rows'
import { decide } from '../../../lib/moderation/decide'
import { must } from '../../support/builders/must'
import { conversation, person, post, publicPiece, stored } from '../../support/conversation'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { flatten, threadPage, walkThread } from '../../support/walk-thread'

const idsOf = (comments: readonly { readonly id: string }[]) => comments.map(({ id }) => id)

/** A public piece and ways to say something under it, each a moment after the other. */
const stage = async () => {
  const deps = memoryPorts()
  const { id: articleId, slug } = await storePiece(deps)
  const say = async (parent?: Comment, body = 'Short.'): Promise<Comment> => {
    deps.clock.advance(1)
    return storeComment(deps, { articleId, status: 'approved', body, ...(parent && { parent }) })
  }
  const several = async (times: number, parent?: Comment): Promise<Comment[]> => {
    const said: Comment[] = []
    for (let n = 0; n < times; n += 1) said.push(await say(parent))
    return said
  }
  const read = (asked: Partial<Parameters<typeof readThread>[1]> = {}) =>
    threadPage(deps, { articleId, ...asked })
  return { deps, articleId, slug, say, several, read }
}

const levelsOf = (branches: Parameters<typeof flatten>[0]) => {
  const levels = [0, 0, 0, 0]
  for (const { comment } of flatten(branches)) levels[comment.level] = (levels[comment.level] ?? 0) + 1
  return levels
}

describe('a page of roots', () => {
  it('holds 20 roots with 3 replies each, and 100 replies in all, those near the top first', async () => {
    const { deps, articleId, several, read } = await stage()
    for (const root of await several(22)) {
      for (const reply of await several(4, root)) {
        for (const below of await several(2, reply)) await several(1, below)
      }
    }
    const page = await read()
    expect(page.count).toBe(22 + 22 * 4 + 22 * 8 + 22 * 8)
    expect(levelsOf(page.branches)).toEqual([20, 60, 40, 0])
    expect(page.next).not.toBeNull()
    const all = flatten(page.branches)
    // Where the page was full, a link leads to what it left out.
    const full = all.filter(({ comment, replies }) => comment.level === 1 && replies.length === 0)
    expect(full.length).toBe(40)
    expect(full.every(({ comment, more }) => more?.branch === comment.id && more.after === null)).toBe(true)
    const edge = all.filter(({ comment }) => comment.level === 2)
    expect(edge.every(({ more }) => more !== null)).toBe(true)
    const { comments } = await walkThread(deps, { articleId })
    expect(comments.length).toBe(page.count)
    expect(new Set(idsOf(comments)).size).toBe(page.count)
  })

  it('takes fewer replies when they are long, and leads to the rest', async () => {
    const { several, say, read } = await stage()
    for (const root of await several(20)) {
      for (let n = 0; n < 3; n += 1) await say(root, 'x'.repeat(10_000))
    }
    const { branches } = await read()
    // Each counts for eleven, and the one that fills the page still stands on it.
    expect(levelsOf(branches)).toEqual([20, 10, 0, 0])
    const cut = branches.filter(({ replies }) => replies.length < 3)
    expect(cut).toHaveLength(17)
    expect(cut.every(({ comment, more }) => more?.branch === comment.id)).toBe(true)
  })

  it('leaves no link where nothing follows', async () => {
    const { say, several, read } = await stage()
    await several(3, await say())
    const page = await read()
    expect(page.next).toBeNull()
    expect(flatten(page.branches).map(({ more }) => more)).toEqual([null, null, null, null])
    expect(page).toMatchObject({ branch: null, later: false, trail: [], trailCut: false, sort: 'newest' })
  })

  it("begins with the moderators' picks, the latest three, on the first page only", async () => {
    const { deps, several, read } = await stage()
    const said = await several(25)
    const picked = said.slice(0, 5)
    for (const [n, { id }] of picked.entries()) deps.tables.featured.set(id, n + 1)
    await move(deps, picked[4]?.id ?? '', 'rejected')
    const first = await read()
    expect(idsOf(first.featured)).toEqual([picked[3]?.id, picked[2]?.id, picked[1]?.id])
    expect(first.featured.every(({ featured }) => featured)).toBe(true)
    expect((await read({ after: first.next ?? '' })).featured).toEqual([])
    expect((await read({ branch: said[0]?.id })).featured).toEqual([])
    for (const sort of ['oldest', 'discussed'] as const)
      expect((await read({ sort })).featured).toHaveLength(3)
  })

  it('goes on in the order of discussion by size, then time', async () => {
    const { several, read } = await stage()
    const roots = await several(22)
    await several(2, roots[3])
    await several(1, roots[7])
    const first = await read({ sort: 'discussed' })
    expect(first.branches.slice(0, 3).map(({ comment }) => comment.id)).toEqual([
      roots[3]?.id,
      roots[7]?.id,
      roots[21]?.id,
    ])
    expect(first.next).toMatch(/^0\./)
    const second = await read({ sort: 'discussed', after: first.next ?? '' })
    expect(second.branches.map(({ comment }) => comment.id)).toEqual([roots[1]?.id, roots[0]?.id])
    expect(second).toMatchObject({ later: true, next: null })
  })
})

describe('a branch of its own', () => {
  it('shows 20 replies at once and goes on behind them, its ancestors above', async () => {
    const { say, several, read } = await stage()
    const root = await say()
    const top = await say(root)
    const replies = await several(25, top)
    const first = await read({ branch: top.id })
    expect(first).toMatchObject({ branch: top.id, next: null, later: false, trailCut: false })
    expect(idsOf(first.trail)).toEqual([root.id])
    const [branch] = first.branches
    expect(branch?.replies.map(({ comment }) => comment.id)).toEqual(idsOf(replies.slice(0, 20)))
    const second = await read({ branch: top.id, after: branch?.more?.after ?? '' })
    expect(second.later).toBe(true)
    expect(second.branches[0]?.replies.map(({ comment }) => comment.id)).toEqual(idsOf(replies.slice(20)))
    expect(second.branches[0]?.more).toBeNull()
  })

  it('is not there for a hidden comment, one of another piece, and one that never was', async () => {
    const { deps, articleId, say } = await stage()
    const [hidden, other] = [await say(), await storePiece(deps)]
    const below = await say(hidden)
    await move(deps, hidden.id, 'rejected')
    const elsewhere = await storeComment(deps, { articleId: other.id, status: 'approved' })
    for (const branch of [hidden.id, below.id, elsewhere.id, deps.ids.random()]) {
      expect(await readThread(deps, { articleId, branch })).toBeNull()
      expect(await findBranch(deps, { articleId, branch })).toBe(false)
    }
    expect(await findBranch(deps, { articleId: other.id, branch: elsewhere.id })).toBe(true)
  })

  it('is there for a stub', async () => {
    const { deps, articleId, say, read } = await stage()
    const root = await say()
    const reply = await say(root)
    await move(deps, root.id, 'removed')
    expect(await findBranch(deps, { articleId, branch: root.id })).toBe(true)
    const { branches } = await read({ branch: root.id })
    expect(branches[0]).toMatchObject({ comment: { kind: 'stub' }, replies: [{ comment: { id: reply.id } }] })
  })
})

describe('what an address asks for', () => {
  const id = '0'.repeat(26)
  const ask = (fields: Partial<Parameters<typeof parseThreadQuestion>[0]>) =>
    parseThreadQuestion({ sort: null, after: null, branch: null, ...fields })

  it('is the first page of the newest unless it says otherwise', () => {
    expect(ask({})).toEqual({ sort: 'newest' })
    expect(ask({ sort: 'loudest' })).toEqual({ sort: 'newest' })
    expect(ask({ sort: 'oldest', after: `a-${id}` })).toEqual({ sort: 'oldest', after: `a-${id}` })
    expect(ask({ sort: 'discussed', after: `2.a-${id}` })).toEqual({ sort: 'discussed', after: `2.a-${id}` })
    const inBranch = { sort: 'discussed', branch: id, after: `a-${id}` } as const
    expect(ask(inBranch)).toEqual(inBranch)
  })

  it.each([
    { after: 'forged' },
    { after: '' },
    { branch: 'forged' },
    { branch: '' },
    { after: `2.a-${id}` },
    { sort: 'discussed', after: `a-${id}` },
    { sort: 'loudest', after: `2.a-${id}` },
    { sort: 'discussed', branch: id, after: `2.a-${id}` },
  ])('is refused when no page has printed it: %j', (fields) => {
    expect(ask(fields)).toBeNull()
  })
})

describe('where a comment stands', () => {
  const spied = (deps: MemoryPorts) => {
    const { roots, replies } = deps.threadReader
    const asked = { roots: 0, rows: 0 }
    vi.spyOn(deps.threadReader, 'roots').mockImplementation(async (...args) => {
      const rows = await roots.apply(deps.threadReader, args)
      asked.roots += 1
      asked.rows += rows.length
      return rows
    })
    vi.spyOn(deps.threadReader, 'replies').mockImplementation(async (...args) => {
      const groups = await replies.apply(deps.threadReader, args)
      for (const { rows } of groups) asked.rows += rows.length
      return groups
    })
    return asked
  }

  it('is the first page if it stands there, the page behind the root before it, or its branch', async () => {
    const { deps, slug, several, read } = await stage()
    const roots = (await several(45)).reverse()
    const [newest, second] = roots
    const near = await several(5, newest)
    const far = await several(1, roots[30])
    const path = async (comment: Comment | undefined) =>
      (await locateComment(deps, { commentId: comment?.id ?? '' }))?.path
    expect(await path(newest)).toBe(`/articles/${slug}#comment-${newest?.id}`)
    expect(await path(second)).toBe(`/articles/${slug}#comment-${second?.id}`)
    expect(await path(near[2])).toBe(`/articles/${slug}#comment-${near[2]?.id}`)
    expect(await path(near[3])).toBe(`/articles/${slug}?branch=${near[3]?.id}#comment-${near[3]?.id}`)
    expect(await path(far[0])).toBe(`/articles/${slug}?branch=${far[0]?.id}#comment-${far[0]?.id}`)
    const [, after] = /\?after=([^#]+)#/.exec((await path(roots[30])) ?? '') ?? []
    const page = await read({ after })
    expect(page.branches[0]?.comment.id).toBe(roots[30]?.id)
    await several(1, roots[29])
    await move(deps, roots[29]?.id ?? '', 'removed')
    expect(await path(roots[30])).toBe(`/articles/${slug}?after=0-${roots[29]?.id}#comment-${roots[30]?.id}`)
  })

  it('costs the same however long the thread is', async () => {
    const cost = async (times: number): Promise<unknown> => {
      const { deps, several } = await stage()
      const [oldest] = await several(times)
      for (const root of await several(25)) await several(1, root)
      const asked = spied(deps)
      await locateComment(deps, { commentId: oldest?.id ?? '' })
      return asked
    }
    expect(await cost(300)).toEqual(await cost(30))
  })
})

describe('own comments', () => {
  it('come twenty at a time, of one piece or of all, with the reason of a rejection but none of spam', async () => {
    const deps = conversation(memoryPorts())
    const ada = await person(deps, 'moderator', 'Ada')
    const eve = await person(deps, 'member', 'Eve')
    const pieces = [await publicPiece(deps, ada), await publicPiece(deps, ada)]
    const mine: string[] = []
    for (let n = 0; n < 25; n += 1) {
      deps.clock.advance(DAY)
      const { slug } = pieces[n % 2] ?? { slug: '' }
      mine.unshift((await post(deps, { slug, body: `Number ${n}.` }, eve)).commentId)
    }
    for (const [id, move] of [
      [mine[0], 'reject'],
      [mine[1], 'spam'],
    ] as const) {
      const { comment } = await stored(deps, id ?? '')
      const { id: commentId, version, latestRevisionId: revisionId } = comment
      await must(move, decide(deps, ada, { commentId, revisionId, version, move, reason: 'Off topic' }))
    }
    const first = await listOwnComments(deps, eve, { articleId: null })
    expect(idsOf(first.items)).toEqual(mine.slice(0, 20))
    expect(first.items[0]).toMatchObject({ state: 'rejected', rejectedFor: 'Off topic', permalink: null })
    expect(first.items[1]).toMatchObject({ state: 'rejected', rejectedFor: null })
    expect(first.items[0]?.piece.path).toBe(`/articles/${pieces[0]?.slug}`)
    const second = await listOwnComments(deps, eve, { articleId: null, after: first.next ?? '' })
    expect(idsOf(second.items)).toEqual(mine.slice(20))
    expect(second.next).toBeNull()
    const here = await listOwnComments(deps, eve, { articleId: pieces[1]?.id ?? '' })
    expect(idsOf(here.items)).toEqual(mine.filter((_, n) => n % 2 === 1))
    expect(await listOwnComments(deps, ada, { articleId: null })).toEqual({ items: [], next: null })
  })
})
