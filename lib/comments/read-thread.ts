import type { Instant } from '../kernel/clock'
import { parseThreadCursor, printThreadCursor } from '../kernel/paging'
import type { Ports } from '../ports'
import { PICKS, TRAIL } from './comment'
import type { ThreadQuestion, ThreadSort, ThreadView } from './comment-view'
import { presentComment, presentThread } from './present-thread'
import { pageOfBranch, pageOfRoots } from './thread-page'
import { cursorKind } from './thread-question'
import type { ThreadRow } from './thread-reader'

type Deps = Pick<Ports, 'threadReader' | 'clock'>
type Asked = Required<Pick<ThreadQuestion, 'sort'>> & ThreadQuestion & { readonly articleId: string }

const afterOf = (asked: Asked) => (asked.after ? parseThreadCursor(asked.after, cursorKind(asked)) : null)

const cursorOf = ({ createdAt, id, branchSize }: ThreadRow, sort: ThreadSort): string =>
  printThreadCursor({ size: sort === 'discussed' ? branchSize : null, at: createdAt, id })

const readRoots = async ({ threadReader }: Deps, asked: Asked, now: Instant): Promise<ThreadView> => {
  const { articleId, sort } = asked
  const after = afterOf(asked)
  const [count, page, featured] = await Promise.all([
    threadReader.count(articleId, now),
    pageOfRoots({ threadReader }, { articleId, sort, after }, now),
    after ? [] : threadReader.featured(articleId, now, PICKS),
  ])
  const last = page.tops.at(-1)
  return {
    ...{ count, sort, branch: null, trail: [], trailCut: false },
    featured: featured.map(presentComment),
    branches: presentThread(page),
    later: after !== null,
    next: page.more && last ? cursorOf(last, sort) : null,
  }
}

const readBranch = async (
  { threadReader }: Deps,
  asked: Asked,
  branch: string,
  now: Instant,
): Promise<ThreadView | null> => {
  const { articleId, sort } = asked
  const comment = await threadReader.shown(articleId, branch, now)
  if (!comment) return null
  const after = afterOf(asked)
  const [count, page, above] = await Promise.all([
    threadReader.count(articleId, now),
    pageOfBranch({ threadReader }, comment, after, now),
    threadReader.ancestors(comment, now, TRAIL),
  ])
  return {
    ...{ count, sort, branch, featured: [], next: null },
    trail: above.slice(-TRAIL).map(presentComment),
    trailCut: above.length > TRAIL,
    branches: presentThread(page, branch),
    later: after !== null,
  }
}

/**
 * One page of a thread as everybody sees it. Null for a branch that readers do not see, exactly as for one that never
 * was. A cursor that this page cannot have made means the first page (the server has refused it before).
 */
export const readThread = async (
  deps: Deps,
  { articleId, sort = 'newest', after, branch }: ThreadQuestion & { readonly articleId: string },
): Promise<ThreadView | null> => {
  const now = deps.clock.now()
  if (branch === undefined) return readRoots(deps, { articleId, sort, after }, now)
  return readBranch(deps, { articleId, sort, after, branch }, branch, now)
}
