import type { Comment } from '../../../lib/comments/comment'
import type { ThreadSort } from '../../../lib/comments/comment-view'
import type { ThreadRow } from '../../../lib/comments/thread-reader'
import type { ThreadCursor } from '../../../lib/kernel/paging'
import type { World } from './backends'
import { storeComment } from './rows'

/** What stays of a comment that was removed or erased, besides its place. */
export const STUB_ROW = {
  ...{ stub: true, name: '', byStaff: false, byAuthor: false, body: '', edited: false, featured: false },
  ...{ takesReplies: false, recommends: 0, createdAt: 0, parentName: '' },
}

export const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id)

export const behind = (row: ThreadRow | undefined, sort: ThreadSort = 'newest'): ThreadCursor => ({
  size: sort === 'discussed' ? (row?.branchSize ?? 0) : null,
  at: row?.createdAt ?? 0,
  id: row?.id ?? '',
})

/** Ten approved roots, the last two of the same moment. */
export const tenRoots = async (world: World, articleId: string): Promise<readonly Comment[]> => {
  const roots: Comment[] = []
  for (let n = 0; n < 10; n += 1) {
    if (n !== 9) world.clock.advance(1)
    roots.push(await storeComment(world, { articleId, status: 'approved' }))
  }
  return roots
}

/** So many approved replies, each a moment after the other. */
export const answer = async (world: World, parent: Comment, times: number): Promise<readonly Comment[]> => {
  const replies: Comment[] = []
  for (let n = 0; n < times; n += 1) {
    world.clock.advance(1)
    replies.push(await storeComment(world, { articleId: parent.articleId, status: 'approved', parent }))
  }
  return replies
}

/** Comment, answer to it, answer to that…: from a root down to this depth. */
export const chain = async (world: World, articleId: string, depth: number): Promise<readonly Comment[]> => {
  const links = [await storeComment(world, { articleId, status: 'approved' })]
  for (let last = links[0]; last && last.depth < depth;) {
    ;[last] = await answer(world, last, 1)
    if (last) links.push(last)
  }
  return links
}

/** What the suites about a thread ask of its reader, as of now. */
export const readings = (world: () => World) => {
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
  return { now, read }
}
