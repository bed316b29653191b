import type { BranchView, CommentView, ThreadQuestion, ThreadView } from '../../lib/comments/comment-view'
import { readThread } from '../../lib/comments/read-thread'

type Deps = Parameters<typeof readThread>[0]
type Asked = ThreadQuestion & { readonly articleId: string }

/** A page that has to be there. */
export const threadPage = async (deps: Deps, asked: Asked): Promise<ThreadView> => {
  const page = await readThread(deps, asked)
  if (!page) throw new Error('no such branch')
  return page
}

/** Every branch of a page, in the order in which it is read. Iterative, like the presenter. */
export const flatten = (branches: readonly BranchView[]): readonly BranchView[] => {
  const found: BranchView[] = []
  const open = [...branches].reverse()
  for (let branch = open.pop(); branch; branch = open.pop()) {
    found.push(branch)
    open.push(...[...branch.replies].reverse())
  }
  return found
}

/**
 * Reads a thread, or what is below one comment of it, to its end: follows every "Load More Comments" and every "Load
 * More Replies".
 */
export const walkThread = async (
  deps: Deps,
  { articleId, sort, branch }: Omit<Asked, 'after'>,
): Promise<{ readonly count: number; readonly comments: readonly CommentView[] }> => {
  const comments: CommentView[] = []
  const open: Asked[] = [{ articleId, sort, branch }]
  let count = 0
  for (let asked = open.pop(); asked; asked = open.pop()) {
    const page = await threadPage(deps, asked)
    count = page.count
    const found = flatten(page.branches)
    // A branch's page shows its comment again, above the replies it brings.
    comments.push(...found.map(({ comment }) => comment).filter(({ id }) => id !== page.branch))
    for (const { more } of found) {
      if (more) open.push({ articleId, sort, branch: more.branch, after: more.after ?? undefined })
    }
    if (page.next) open.push({ articleId, sort, after: page.next })
  }
  return { count, comments }
}
