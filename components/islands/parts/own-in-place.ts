import { el } from './el'
import { editWaitingNode, ownCommentNode } from './own-comment-node'
import type { Own, OwnWaiting } from './own-comments'

const place = (thread: Element, comment: OwnWaiting, path: string): void => {
  const node = ownCommentNode(comment, path)
  const parent = comment.parentId ? document.getElementById(`comment-${comment.parentId}`) : null
  if (parent) {
    const replies =
      parent.querySelector(':scope > .replies') ?? parent.appendChild(el('ol', { class: 'replies' }))
    replies.append(node)
    return
  }
  thread.querySelector('.conversation-none')?.remove()
  thread.querySelector('.thread')?.prepend(node)
}

/** Puts one's own waiting words where they will stand, in place of what was shown of them before. */
export const showOwn = (thread: Element, own: Own, path: string): void => {
  for (const shown of thread.querySelectorAll('.comment-own')) shown.remove()
  // Oldest first, so that each next one comes before it and a reply finds a parent that waits itself.
  for (const comment of [...own.waiting].reverse()) place(thread, comment, path)
  for (const id of own.editsWaiting) {
    document.getElementById(`comment-${id}`)?.querySelector('.comment-text')?.after(editWaitingNode(id, path))
  }
}

/** Who is signed in comments under their own name: there is nothing to fill in. '' for guests and strangers. */
export const greet = (thread: Element, signedInAs: string): void => {
  if (!signedInAs) return
  for (const fields of thread.querySelectorAll('.comment-form-who')) {
    fields.replaceWith(el('p', { class: 'comment-form-as' }, 'You comment as ', el('bdi', {}, signedInAs)))
  }
}
