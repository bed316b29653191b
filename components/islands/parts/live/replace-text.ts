import { bodyOf } from '../thread/comment-node'

const PARTS = ['.comment-head', '.comment-answers', '.comment-text']

/** Shows a comment as it is now; an open reply form below it stays as it is. */
export const replaceText = (here: Element, there: Element): void => {
  const [before, now] = [bodyOf(here), bodyOf(there)]
  if (!before || !now) return
  const at = there.getAttribute('data-at')
  if (at) here.setAttribute('data-at', at)
  else here.removeAttribute('data-at')
  if (before.className !== now.className) {
    before.replaceWith(document.importNode(now, true))
    return
  }
  for (const part of PARTS) {
    const [old, fresh] = [before.querySelector(part), now.querySelector(part)]
    if (old && fresh) old.replaceWith(document.importNode(fresh, true))
  }
}
