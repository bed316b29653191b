import { describe, expect, it } from 'vitest'
import type { BranchView } from '../../../lib/comments/comment-view'
import { presentComment, presentThread } from '../../../lib/comments/present-thread'
import type { ReplyRows, ThreadRow } from '../../../lib/comments/thread-reader'

const row = (
  id: string,
  parentId: string | null,
  depth: number,
  given: Partial<ThreadRow> = {},
): ThreadRow => ({
  ...{ id, parentId, depth, rootId: 'r', stub: false, name: id, byStaff: false, byAuthor: false },
  ...{
    body: `text ${id}`,
    edited: false,
    featured: false,
    takesReplies: true,
    recommends: 0,
    createdAt: 36,
    branchSize: 0,
    shownReplies: 0,
  },
  ...{ parentName: parentId ?? '' },
  ...given,
})

const under = (parentId: string, rows: readonly ThreadRow[], more = false): ReplyRows => ({
  parentId,
  rows,
  more,
})

/** `a(b(c))`, with `+branch@after` where a link leads on. */
const shape = (branches: readonly BranchView[]): string =>
  branches
    .map(({ comment, replies, more }) => {
      const below = replies.length > 0 ? `(${shape(replies)})` : ''
      return comment.id + below + (more ? `+${more.branch}@${more.after ?? ''}` : '')
    })
    .join(' ')

const ROOT = row('r', null, 0)

describe('presentThread', () => {
  const replies = [
    under('r', [row('a', 'r', 1), row('A', 'r', 1)]),
    under('a', [row('b', 'a', 2)]),
    under('A', []),
    under('b', [row('c', 'b', 3), row('C', 'b', 3)]),
    under('c', [row('d', 'c', 4), row('e', 'd', 5)]),
    under('C', [row('D', 'C', 4)]),
  ]

  it('nests four levels and goes on flat, lane by lane, naming whom each answers', () => {
    const thread = presentThread({ tops: [ROOT], replies })
    expect(shape(thread)).toBe('r(a(b(c d e C D)) A)')
    const lane = thread[0]?.replies[0]?.replies[0]?.replies.map(({ comment }) => comment) ?? []
    expect(lane.map(({ level }) => level)).toEqual([3, 3, 3, 3, 3])
    expect(lane.map(({ inReplyTo }) => inReplyTo)).toEqual([
      null,
      { id: 'c', name: 'c' },
      { id: 'd', name: 'd' },
      null,
      { id: 'C', name: 'C' },
    ])
  })

  it('leads on behind the last one shown, behind the last of a lane, and to the first where none is shown', () => {
    const cut = replies.map((group) => ({ ...group, more: group.parentId !== 'a' }))
    expect(shape(presentThread({ tops: [ROOT], replies: cut }))).toBe(
      'r(a(b(c d e+c@10-e C D+C@10-D)+b@10-C) A+A@)+r@10-A',
    )
    const emptyLane = [...replies.slice(0, 4), under('c', [], true)]
    expect(shape(presentThread({ tops: [ROOT], replies: emptyLane }))).toBe('r(a(b(c+c@ C)) A)')
  })

  it('names no time of a stub in the place behind it', () => {
    const stub = row('s', 'r', 1, { stub: true, name: '', body: '', takesReplies: false, createdAt: 0 })
    expect(shape(presentThread({ tops: [ROOT], replies: [under('r', [stub], true)] }))).toBe('r(s)+r@0-s')
  })

  it("lets the branch a page shows hold its own replies, at any level, and a lane's page all of the lane", () => {
    const c = row('c', 'b', 3)
    const lane = [under('c', [row('d', 'c', 4), row('e', 'd', 5)], true)]
    expect(shape(presentThread({ tops: [c], replies: lane }, 'c'))).toBe('c(d e)+c@10-e')
    const x = row('x', 'w', 50)
    const deep = [
      under('x', [row('y', 'x', 51)]),
      under('y', [row('z', 'y', 52)], true),
      under('z', [], true),
    ]
    const [branch] = presentThread({ tops: [x], replies: deep }, 'x')
    expect(shape(branch ? [branch] : [])).toBe('x(y(z+z@)+y@10-z)')
    expect(branch?.replies[0]?.comment).toMatchObject({ level: 3, inReplyTo: { id: 'x', name: 'x' } })
  })

  it('presents 10,000 rows side by side and in a chain of branches without growing the stack', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => row(`${i}`, 'c', 4))
    expect(
      presentThread({ tops: [row('c', 'b', 3)], replies: [under('c', many)] }, 'c')[0]?.replies,
    ).toHaveLength(10_000)
    const chain = Array.from({ length: 10_000 }, (_, i) => under(`${i}`, [row(`${i + 1}`, `${i}`, i + 51)]))
    let depth = 0
    let [one] = presentThread({ tops: [row('0', 'w', 50)], replies: chain }, '0')
    for (; one; one = one.replies[0]) depth += 1
    expect(depth).toBe(10_001)
  })
})

describe('presentComment', () => {
  it("gives staff the moderator's badge, and the piece's own authors theirs before it", () => {
    const badge = (given: Partial<ThreadRow>) => presentComment(row('r', null, 0, given)).badge
    expect(badge({})).toBeNull()
    expect(badge({ byStaff: true })).toBe('moderator')
    expect(badge({ byAuthor: true })).toBe('author')
    expect(badge({ byStaff: true, byAuthor: true })).toBe('author')
  })

  it('tells of a stub its place and nothing else', () => {
    const stub = row('s', 'r', 1, { stub: true, name: '', body: '', takesReplies: false, createdAt: 0 })
    expect(presentComment(stub)).toEqual({
      ...{ id: 's', kind: 'stub', name: '', badge: null, body: '', edited: false, featured: false },
      ...{
        takesReplies: false,
        recommends: 0,
        createdAt: '',
        level: 1,
        inReplyTo: null,
        permalink: '/comments/s',
      },
    })
  })
})
