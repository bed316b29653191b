import { el } from '../el'
import { timeOf } from './comment-node'

/** 0…3: below that, comments stand flat after the one they belong to. */
const LAST_LEVEL = 3

const levelOf = (comment: Element): number => {
  let level = 0
  for (let up = comment.parentElement?.closest('.replies'); up; up = up.parentElement?.closest('.replies'))
    level += 1
  return level
}

/** Below the last level a comment says whom it answers, and stands beside it. */
const isFlat = (comment: Element): boolean =>
  comment.querySelector(':scope > .comment-body > .comment-answers') !== null

const staysFlat = (parent: Element, node: Element): boolean =>
  // The one comment that a branch's page is about has its replies below it, whatever its level.
  !parent.matches('.thread > *') && (isFlat(node) || isFlat(parent) || levelOf(parent) >= LAST_LEVEL)

/** Among its siblings by time; what shows no time (a stub) comes last. */
const placeAmong = (
  siblings: readonly Element[],
  node: Element,
  comesAfter: (at: string) => boolean,
): boolean => {
  const next = siblings.find((sibling) => timeOf(node) && timeOf(sibling) && comesAfter(timeOf(sibling)))
  const last = siblings.at(-1)
  if (next) next.before(node)
  else last?.after(node)
  return Boolean(next ?? last)
}

/** Where a reply stands: replies are read from the oldest on. */
export const placeReply = (parent: Element, node: Element): void => {
  const isLater = (at: string): boolean => at > timeOf(node)
  if (!staysFlat(parent, node)) {
    let list = parent.querySelector(':scope > .replies')
    if (!list) {
      list = el('ol', { class: 'replies' })
      const more = parent.querySelector(':scope > .replies-more')
      if (more) more.before(list)
      else parent.append(list)
    }
    if (!placeAmong([...list.children], node, isLater)) list.append(node)
    return
  }
  const lane: Element[] = []
  for (let next = parent.nextElementSibling; next; next = next.nextElementSibling) {
    if (!isFlat(next) && !next.matches('.comment-own')) break
    lane.push(next)
  }
  if (!placeAmong(lane, node, isLater)) parent.after(node)
}

/** Where a root stands in this order of the list. What is discussed most is at its place from the next visit on. */
export const placeRoot = (list: Element, node: Element, sort: string): void => {
  const at = timeOf(node)
  const others = [...list.children].filter((child) => !child.matches('.comment-own'))
  const comesAfter = (other: string): boolean =>
    sort === 'newest' ? other < at : sort === 'oldest' && other > at
  if (!placeAmong(others, node, comesAfter)) list.append(node)
}
