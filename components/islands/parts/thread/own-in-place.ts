import { holdStill } from '../hold-still'
import { shelf } from '../shelf'
import { reveal } from './collapse'
import { goTo, shownComment } from './comment-node'
import { greet } from './greet'
import type { OpenThread } from './open-thread'
import { editWaitingNode, ownCommentNode } from './own-comment-node'
import { type Own, type OwnComment, fetchOwn } from './own-comments'
import { placeReply } from './place-comment'

const dismissed = shelf('dismissed', 200)

const place = (thread: OpenThread, comment: OwnComment): void => {
  // Let stand since the answer was made: the public one is on the page.
  if (shownComment(comment.id)) return
  const node = ownCommentNode(comment, thread.path, () => {
    dismissed.put(comment.id, true)
    const next = node.nextElementSibling ?? node.previousElementSibling
    node.remove()
    if (!goTo(next)) thread.form?.querySelector('textarea')?.focus()
  })
  const parent = document.getElementById(`comment-${comment.parentId}`)
  if (parent?.matches('.comment')) {
    placeReply(parent, node)
    return reveal(node)
  }
  thread.element.querySelector('.conversation-none')?.remove()
  thread.list?.prepend(node)
}

const show = (thread: OpenThread, own: Own): void => {
  for (const shown of thread.element.querySelectorAll('.comment-own')) shown.remove()
  const told = own.unseen.filter(({ id, rejected }) => !rejected || !dismissed.get(id))
  // Oldest first, so that each next one comes before it and a reply finds a parent that waits itself.
  for (const comment of [...told].reverse()) place(thread, comment)
  for (const id of own.editsWaiting) {
    shownComment(id)?.querySelector('.comment-text')?.after(editWaitingNode())
  }
  for (const id of own.ids) thread.own.add(id)
  thread.recommended.clear()
  for (const id of own.recommended) thread.recommended.add(id)
  greet(thread.element, own.signedInAs)
}

/** Puts one's own words where they will stand, in place of what was shown of them before. Returns who is signed in. */
export const showOwn = async (thread: OpenThread): Promise<string> => {
  const own = await fetchOwn(thread.path)
  if (!own || thread.life.aborted) return ''
  // Comments of everybody stay where they are; only one's own come and go.
  await holdStill(thread.bodies, () => show(thread, own))
  thread.changed()
  if (own.proof) void import(own.proof)
  return own.signedInAs
}
