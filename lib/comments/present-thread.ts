import { PAGE_LEVELS } from './comment'
import type { BranchView, CommentView } from './comment-view'
import type { ThreadRow } from './thread-reader'

interface Branch extends BranchView {
  readonly replies: Branch[]
}

const LAST_LEVEL = PAGE_LEVELS - 1

export const presentComment = (row: ThreadRow): CommentView => {
  const isFlat = row.depth > LAST_LEVEL
  return {
    id: row.id,
    kind: row.stub ? 'stub' : 'comment',
    name: row.name,
    byStaff: row.byStaff,
    body: row.body,
    edited: row.edited,
    createdAt: row.stub ? '' : new Date(row.createdAt).toISOString(),
    level: Math.min(row.depth, LAST_LEVEL),
    inReplyTo: isFlat && row.parentId ? { id: row.parentId, name: row.parentName } : null,
    permalink: `/comments/${row.id}`,
  }
}

/** The replies deeper than the page shows, by the comment at the last level they stand after, in the order of time. */
const lanesOf = (
  replies: readonly ThreadRow[],
  parentsFirst: readonly ThreadRow[],
): ReadonlyMap<string, ThreadRow[]> => {
  const opener = new Map<string, string>()
  for (const { id, parentId, depth } of parentsFirst) {
    if (depth === LAST_LEVEL) opener.set(id, id)
    else if (depth > LAST_LEVEL) opener.set(id, opener.get(parentId ?? '') ?? '')
  }
  const lanes = new Map<string, ThreadRow[]>()
  for (const row of replies) {
    if (row.depth <= LAST_LEVEL) continue
    const lane = opener.get(row.id) ?? ''
    const members = lanes.get(lane)
    if (members) members.push(row)
    else lanes.set(lane, [row])
  }
  return lanes
}

/**
 * Flat rows, as the reader gives them, to branches of four levels: below the last level a reply stands as a sibling
 * after the comment that opened its lane, in the order of time. Nothing here recurses: a chain may be 10,000 deep.
 */
export const presentThread = (
  roots: readonly ThreadRow[],
  replies: readonly ThreadRow[],
): readonly BranchView[] => {
  // A stable sort: within one level the order of time stays.
  const parentsFirst = [...replies].sort((a, b) => a.depth - b.depth)
  const lanes = lanesOf(replies, parentsFirst)
  const top = roots.map((root): Branch => ({ comment: presentComment(root), replies: [] }))
  const branches = new Map(top.map((branch) => [branch.comment.id, branch]))
  for (const row of parentsFirst) {
    const siblings = branches.get(row.parentId ?? '')?.replies
    if (row.depth > LAST_LEVEL || !siblings) continue
    const branch: Branch = { comment: presentComment(row), replies: [] }
    branches.set(row.id, branch)
    siblings.push(branch)
    for (const deeper of lanes.get(row.id) ?? [])
      siblings.push({ comment: presentComment(deeper), replies: [] })
  }
  return top
}
