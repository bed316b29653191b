import { buttonNode } from '../button-node'
import { counted } from '../counted'
import { setText } from '../set-text'
import { aboveOf, idOf, shownComment } from './comment-node'
import type { OpenThread } from './open-thread'

/** The button of this comment itself, not one of its replies'. */
const toggleOf = (comment: Element): HTMLElement | null =>
  comment.querySelector(':scope > .branch-toggle, :scope > .comment-body > .comment-actions > .branch-toggle')

const tell = (comment: Element, toggle: Element, replies: HTMLElement): void => {
  const count = replies.querySelectorAll('.comment > .comment-body').length
  const verb = replies.hidden ? 'Show' : 'Hide'
  toggle.setAttribute('aria-expanded', String(!replies.hidden))
  setText(toggle, `${verb} ${counted(count, 'reply', 'replies')}`)
  const more = comment.querySelector<HTMLElement>(':scope > .replies-more')
  if (more) more.hidden = replies.hidden
}

const setHidden = (comment: Element, hidden: boolean): void => {
  const replies = comment.querySelector<HTMLElement>(':scope > .replies')
  const toggle = toggleOf(comment)
  if (!replies || !toggle) return
  replies.hidden = hidden
  tell(comment, toggle, replies)
}

const dress = (comment: Element): void => {
  const replies = comment.querySelector<HTMLElement>(':scope > .replies')
  const before = toggleOf(comment)
  if (!replies?.firstElementChild) {
    before?.remove()
    return
  }
  if (before) return tell(comment, before, replies)
  replies.id = `replies-${idOf(comment)}`
  const toggle = buttonNode('', 'branch-toggle', () => setHidden(comment, !replies.hidden))
  toggle.setAttribute('aria-controls', replies.id)
  const actions = comment.querySelector(':scope > .comment-body > .comment-actions')
  if (actions) actions.append(toggle)
  else replies.before(toggle)
  tell(comment, toggle, replies)
}

/** Opens every branch that a comment stands in. */
export const reveal = (comment: Element): void => {
  for (let up = aboveOf(comment); up; up = aboveOf(up)) setHidden(up, false)
}

/** A button on each comment that has replies: for this visit of the page only. */
export const collapsing = (thread: OpenThread): void => {
  thread.whenChanged(() => thread.comments.forEach(dress))
  const follow = (): void => {
    const comment = shownComment(location.hash.slice('#comment-'.length))
    if (!comment || comment.offsetParent) return
    reveal(comment)
    comment.scrollIntoView()
  }
  addEventListener('hashchange', follow, { signal: thread.life })
}
