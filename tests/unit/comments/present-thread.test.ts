import { describe, expect, it } from 'vitest'
import type { BranchView } from '../../../lib/comments/comment-view'
import { locateComment } from '../../../lib/comments/locate-comment'
import { presentThread } from '../../../lib/comments/present-thread'
import { readThread } from '../../../lib/comments/read-thread'
import type { ThreadRow } from '../../../lib/comments/thread-reader'
import { conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const row = (id: string, parentId: string | null, depth: number, createdAt = 0): ThreadRow => ({
  ...{
    id,
    parentId,
    rootId: 'r',
    depth,
    createdAt,
    stub: false,
    name: id,
    byStaff: false,
    body: `text ${id}`,
  },
  ...{ edited: false, parentName: parentId ?? '' },
})

/** `a(b(c))` */
const shape = (branches: readonly BranchView[]): string =>
  branches
    .map(({ comment, replies }) => comment.id + (replies.length > 0 ? `(${shape(replies)})` : ''))
    .join(' ')

describe('presentThread', () => {
  it('nests four levels and goes on flat, lane by lane, naming whom each answers', () => {
    const replies = [
      row('a', 'r', 1, 1),
      row('b', 'a', 2, 2),
      row('c', 'b', 3, 3),
      row('C', 'b', 3, 4),
      row('d', 'c', 4, 5),
      row('D', 'C', 4, 6),
      row('e', 'd', 5, 7),
      row('A', 'r', 1, 8),
    ]
    const thread = presentThread([row('r', null, 0)], replies)
    expect(shape(thread)).toBe('r(a(b(c d e C D)) A)')
    const lane = thread[0]?.replies[0]?.replies[0]?.replies.map(({ comment }) => comment) ?? []
    expect(lane.map(({ level }) => level)).toEqual([3, 3, 3, 3, 3])
    expect(lane.map(({ inReplyTo }) => inReplyTo?.name ?? null)).toEqual([null, 'c', 'd', null, 'C'])
  })

  it('finds parents that a clock put after their replies', () => {
    expect(shape(presentThread([row('r', null, 0)], [row('b', 'a', 2, 1), row('a', 'r', 1, 2)]))).toBe(
      'r(a(b))',
    )
  })

  it('walks a chain of 20,000 without growing the stack', () => {
    const replies = Array.from({ length: 20_000 }, (_, i) =>
      row(`${i + 1}`, i === 0 ? 'r' : `${i}`, i + 1, i),
    )
    const [root] = presentThread([row('r', null, 0)], replies)
    expect(root?.replies[0]?.replies[0]?.replies).toHaveLength(19_998)
  })
})

describe('a thread of several pages', () => {
  it('is read to its end, newest first, and every comment is found on its page', async () => {
    const deps = conversation(memoryPorts())
    const ada = await person(deps, 'moderator', 'Ada')
    const { id: articleId, slug } = await publicPiece(deps, ada)
    const ids: string[] = []
    for (let i = 0; i < 45; i += 1) {
      deps.clock.advance(1_000)
      ids.unshift((await post(deps, { slug, body: `Root ${i}.` }, ada)).commentId)
    }
    const reply = await post(deps, { slug, parentId: ids[44], body: 'To the oldest.' }, ada)
    const pages: string[][] = []
    let after: string | undefined
    do {
      const page = await readThread(deps, { articleId, after })
      expect(page.count).toBe(46)
      pages.push(page.branches.map(({ comment }) => comment.id))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5])
    expect(pages.flat()).toEqual(ids)

    expect(await locateComment(deps, { commentId: ids[0] ?? '' })).toEqual({
      path: `/articles/${slug}#comment-${ids[0]}`,
    })
    const found = await locateComment(deps, { commentId: reply.commentId })
    const [, cursor] = /\?after=([^#]+)#/.exec(found?.path ?? '') ?? []
    expect(
      (await readThread(deps, { articleId, after: cursor })).branches.map(({ comment }) => comment.id),
    ).toEqual(pages[2])
    expect(await readThread(deps, { articleId, after: 'forged' })).toEqual(
      await readThread(deps, { articleId }),
    )
  })

  it('locates a hidden comment exactly as one that never was', async () => {
    const deps = conversation(memoryPorts())
    const ada = await person(deps, 'moderator', 'Ada')
    const { slug } = await publicPiece(deps, ada)
    const { commentId } = await post(deps, { slug })
    expect(await locateComment(deps, { commentId })).toBeNull()
    expect(await locateComment(deps, { commentId: deps.ids.random() })).toBeNull()
    await decideOn(deps, ada, commentId, 'approve')
    expect(await locateComment(deps, { commentId })).not.toBeNull()
  })
})
