import { idOf, parentOf, shownComment, timeOf } from '../thread/comment-node'
import { fetchFragment } from '../thread/fragment'
import type { OpenThread } from '../thread/open-thread'
import { takeOut } from './departures'
import type { Newcomers } from './newcomers'
import { replaceText } from './replace-text'

/** Roots that only moved up, because others left, stand behind "Load More Comments" still. */
const movedUp = (thread: OpenThread, comment: Element): boolean => {
  if (!thread.element.querySelector('.thread-more') || comment.parentElement?.matches('.replies'))
    return false
  return thread.sort !== 'newest' || timeOf(comment) < timeOf(thread.list?.lastElementChild)
}

/** What was missed and cannot be told again: everything this page was made of is asked for once more. */
export const catchUp = async (thread: OpenThread, newcomers: Newcomers): Promise<void> => {
  const now = new Map<string, Element>()
  for (const source of thread.sources) {
    const answer = await fetchFragment(thread.path, source)
    if (!answer || thread.life.aborted) return
    for (const comment of answer.querySelectorAll('.comment')) now.set(idOf(comment), comment)
  }
  for (const [id, comment] of now) {
    const here = shownComment(id)
    if (here) replaceText(here, comment)
    else if (!thread.own.has(id) && timeOf(comment) && !movedUp(thread, comment))
      newcomers.add(id, parentOf(comment))
  }
  await takeOut(thread, ...thread.comments.map(idOf).filter((id) => !now.has(id)))
}
