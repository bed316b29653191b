import { printThreadCursor } from '../kernel/paging'
import { PAGE_LEVELS } from './comment'
import type { BranchView, CommentView, MoreView } from './comment-view'
import type { ThreadPage } from './thread-page'
import type { ReplyRows, ThreadRow } from './thread-reader'

interface Branch extends BranchView {
  readonly replies: Branch[]
  more: MoreView | null
}

const LAST_LEVEL = PAGE_LEVELS - 1

const badgeOf = ({ byStaff, byAuthor }: ThreadRow): CommentView['badge'] => {
  if (byAuthor) return 'author'
  return byStaff ? 'moderator' : null
}

/** What readers see of a comment, or of the stub in its place. */
export const presentComment = (row: ThreadRow): CommentView => {
  const isFlat = row.depth > LAST_LEVEL
  return {
    id: row.id,
    kind: row.stub ? 'stub' : 'comment',
    name: row.name,
    badge: badgeOf(row),
    body: row.body,
    edited: row.edited,
    featured: row.featured,
    takesReplies: row.takesReplies,
    recommends: row.recommends,
    createdAt: row.stub ? '' : new Date(row.createdAt).toISOString(),
    level: Math.min(row.depth, LAST_LEVEL),
    inReplyTo: isFlat && row.parentId ? { id: row.parentId, name: row.parentName } : null,
    permalink: `/comments/${row.id}`,
  }
}

const branchOf = (row: ThreadRow): Branch => ({ comment: presentComment(row), replies: [], more: null })

const moreOf = ({ parentId, rows, more }: ReplyRows): MoreView | null => {
  const last = rows.at(-1)
  const after = last ? printThreadCursor({ size: null, at: last.createdAt, id: last.id }) : null
  return more ? { branch: parentId, after } : null
}

/**
 * A page's rows to branches of four levels: below the last level a reply stands as a sibling after the comment that
 * opened its lane, in the order of time, and the link to the rest of the lane after the last of them. Only where a
 * page shows one branch do its replies stand below it, whatever its level. Nothing here recurses.
 */
export const presentThread = (
  { tops, replies }: ThreadPage,
  branch: string | null = null,
): readonly BranchView[] => {
  const top: Branch[] = []
  /** Every comment of the page, with the list it stands in. */
  const places = new Map<string, { readonly one: Branch; readonly list: Branch[]; readonly depth: number }>()
  const place = (rows: readonly ThreadRow[], list: Branch[], at: number): readonly Branch[] => {
    const placed = rows.map((row) => ({ one: branchOf(row), list, depth: row.depth }))
    for (const entry of placed) places.set(entry.one.comment.id, entry)
    const branches = placed.map(({ one }) => one)
    list.splice(at, 0, ...branches)
    return branches
  }
  place(tops, top, 0)
  for (const group of replies) {
    const parent = places.get(group.parentId)
    if (!parent) continue
    const { one, list, depth } = parent
    if (depth === LAST_LEVEL && one.comment.id !== branch) {
      const lane = place(group.rows, list, list.indexOf(one) + 1)
      ;(lane.at(-1) ?? one).more = moreOf(group)
    } else {
      place(group.rows, one.replies, one.replies.length)
      one.more = moreOf(group)
    }
  }
  return top
}
