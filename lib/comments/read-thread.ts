import { type Page, parseCursor, printCursor } from '../kernel/paging'
import type { Ports } from '../ports'
import { ROOTS_PER_PAGE } from './comment'
import type { ThreadView } from './comment-view'
import { presentThread } from './present-thread'
import type { ThreadRow } from './thread-reader'

const pageOfRoots = async (
  { threadReader }: Pick<Ports, 'threadReader'>,
  articleId: string,
  now: number,
  after: string | undefined,
): Promise<Page<ThreadRow>> => {
  const cursor = after === undefined ? null : parseCursor(after)
  const rows = await threadReader.roots(articleId, now, cursor, ROOTS_PER_PAGE)
  const items = rows.slice(0, ROOTS_PER_PAGE)
  const last = items.at(-1)
  const next = rows.length > ROOTS_PER_PAGE && last ? printCursor({ at: last.createdAt, id: last.id }) : null
  return { items, next }
}

/**
 * One page of a thread as everybody sees it: newest roots first, with all their visible replies. A cursor that this
 * page cannot have made means the first page.
 */
export const readThread = async (
  deps: Pick<Ports, 'threadReader' | 'clock'>,
  { articleId, after }: { readonly articleId: string; readonly after?: string },
): Promise<ThreadView> => {
  const now = deps.clock.now()
  const [count, roots] = await Promise.all([
    deps.threadReader.count(articleId, now),
    pageOfRoots(deps, articleId, now, after),
  ])
  const replies =
    roots.items.length === 0
      ? []
      : await deps.threadReader.replies(
          roots.items.map((root) => root.id),
          now,
        )
  return { count, branches: presentThread(roots.items, replies), next: roots.next }
}
