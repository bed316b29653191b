import type { Instant } from '../kernel/clock'
import type { ThreadCursor } from '../kernel/paging'
import type { Ports } from '../ports'
import {
  CHARACTERS_OF_A_REPLY,
  PAGE_LEVELS,
  REPLIES_ON_A_PAGE,
  REPLIES_PER_PAGE,
  REPLIES_SHOWN,
  ROOTS_PER_PAGE,
} from './comment'
import type { ThreadSort } from './comment-view'
import type { ReplyRows, ThreadRow } from './thread-reader'

type Deps = Pick<Ports, 'threadReader'>

/** The rows of one page: what stands at the top, and the replies shown below, parents first. */
export interface ThreadPage {
  readonly tops: readonly ThreadRow[]
  readonly replies: readonly ReplyRows[]
}

const LAST_LEVEL = PAGE_LEVELS - 1

/** The room that a reply takes: long ones count for several, so that a page of essays does not grow without end. */
const roomOf = ({ body }: ThreadRow): number => 1 + Math.floor(body.length / CHARACTERS_OF_A_REPLY)

/** As many of these replies as the page still has room for, in order. */
const fit = (found: readonly ReplyRows[], room: number): readonly ReplyRows[] => {
  let left = room
  return found.map(({ parentId, rows, more }) => {
    const taken: ThreadRow[] = []
    for (const row of rows) {
      if (left <= 0) break
      taken.push(row)
      left -= roomOf(row)
    }
    return { parentId, rows: taken, more: more || taken.length < rows.length }
  })
}

const hasReplies = ({ shownReplies }: ThreadRow): boolean => shownReplies > 0

const rowsOf = (groups: readonly ReplyRows[]): readonly ThreadRow[] => groups.flatMap(({ rows }) => rows)

/** So many of these comments, from the first on, that their replies fill the page. */
const filling = (parents: readonly ThreadRow[], room: number): readonly ThreadRow[] => {
  let left = room
  return parents.filter(({ shownReplies }) => {
    const isNear = left > 0
    left -= Math.min(REPLIES_SHOWN, shownReplies)
    return isNear
  })
}

/** Of comments with replies that have no place on the page is said that more follows, and nothing is read. */
const unread = (parents: readonly ThreadRow[]): readonly ReplyRows[] =>
  parents.map(({ id }) => ({ parentId: id, rows: [], more: true }))

/**
 * The first replies of these comments, of those replies, and so on: level by level until the page is full, so that
 * what is near the top comes first. Goes down to the lanes, whose comments stand flat and have no replies of their own
 * there; from a comment inside a lane on, `levels` deep. Only comments that have replies are asked about.
 */
const repliesBelow = async (
  { threadReader }: Deps,
  tops: readonly ThreadRow[],
  now: Instant,
  { room, levels }: { readonly room: number; readonly levels: number },
): Promise<readonly ReplyRows[]> => {
  const found: ReplyRows[] = []
  let left = room
  let parents = tops.filter(hasReplies)
  for (let level = 0; level < levels && left > 0 && parents.length > 0; level += 1) {
    const near = filling(parents, left)
    const groups = fit(await threadReader.replies(near, now, { limit: REPLIES_SHOWN }), left)
    found.push(...groups, ...unread(parents.slice(near.length)))
    const rows = rowsOf(groups)
    left -= rows.reduce((sum, row) => sum + roomOf(row), 0)
    // What follows a comment at the last level is its lane: every reply further down stands there too.
    parents = parents[0]?.depth === LAST_LEVEL ? [] : rows.filter(hasReplies)
  }
  return [...found, ...unread(parents)]
}

/** A page of roots, with the first replies below each. */
export const pageOfRoots = async (
  deps: Deps,
  { articleId, sort, after }: { articleId: string; sort: ThreadSort; after: ThreadCursor | null },
  now: Instant,
): Promise<ThreadPage & { readonly more: boolean }> => {
  const rows = await deps.threadReader.roots(articleId, now, { sort, after, limit: ROOTS_PER_PAGE })
  const tops = rows.slice(0, ROOTS_PER_PAGE)
  const replies = await repliesBelow(deps, tops, now, { room: REPLIES_ON_A_PAGE, levels: PAGE_LEVELS })
  return { tops, replies, more: rows.length > ROOTS_PER_PAGE }
}

/** A page of one comment's replies, with the first replies below each. */
export const pageOfBranch = async (
  deps: Deps,
  comment: ThreadRow,
  after: ThreadCursor | null,
  now: Instant,
): Promise<ThreadPage> => {
  const own = await deps.threadReader.replies([comment], now, { limit: REPLIES_PER_PAGE, after })
  if (comment.depth === LAST_LEVEL) return { tops: [comment], replies: own }
  const shown = rowsOf(own)
  const room = {
    room: REPLIES_ON_A_PAGE - shown.length,
    levels: comment.depth > LAST_LEVEL ? 1 : PAGE_LEVELS,
  }
  return { tops: [comment], replies: [...own, ...(await repliesBelow(deps, shown, now, room))] }
}
