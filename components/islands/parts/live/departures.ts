import { holdStill } from '../hold-still'
import { aboveOf, commentIn, goTo, idOf, shownComment } from '../thread/comment-node'
import { fetchFragment } from '../thread/fragment'
import type { OpenThread } from '../thread/open-thread'
import { replaceText } from './replace-text'

/** What a reader was writing under a comment that goes is kept in the page's own form, if that is free. */
const saveReply = (thread: OpenThread, comment: Element): void => {
  const typed = [...comment.querySelectorAll('textarea')].find(({ value }) => value.trim())
  const area = thread.form?.querySelector('textarea')
  if (!typed || !area || area.value) return
  area.value = typed.value
  area.dispatchEvent(new Event('input', { bubbles: true }))
  thread.say('The comment you answer is not here any more. Your words are in the form above.')
}

/** Where the focus goes when it would be lost. */
const neighbour = (comment: Element): Element | null => {
  const isComment = (other: Element | null | undefined): boolean => other?.matches('.comment') ?? false
  const around = [comment.nextElementSibling, comment.previousElementSibling, aboveOf(comment)]
  return around.find(isComment) ?? null
}

/** Those that stand flat below what they answer go with it. */
const answersTo = (thread: OpenThread, id: string): HTMLElement[] =>
  thread.comments.filter((comment) =>
    comment.querySelector(`:scope > .comment-body > .comment-answers > a[href$="${id}"]`),
  )

const remove = (thread: OpenThread, comment: Element): void => {
  if (!comment.isConnected) return
  saveReply(thread, comment)
  for (const answer of answersTo(thread, idOf(comment))) remove(thread, answer)
  const heir = comment.contains(document.activeElement) ? neighbour(comment) : null
  const [list, parent] = [comment.parentElement, aboveOf(comment)]
  comment.remove()
  if (list?.matches('.replies') && list.childElementCount === 0 && parent) {
    list.remove()
    // Nothing is left of a removed comment that nobody answers any more.
    if (parent.querySelector(':scope > .comment-stub') && !parent.querySelector(':scope > .replies-more'))
      remove(thread, parent)
  }
  if (heir?.isConnected) goTo(heir)
}

/** As many as the server answers at once. */
const AT_ONCE = 100

/** Comments left the sight of readers: they leave this page too, or become what the server shows in their place. */
export const takeOut = async (thread: OpenThread, ...ids: readonly string[]): Promise<void> => {
  const here = ids.filter(shownComment)
  for (let from = 0; from < here.length; from += AT_ONCE) {
    const asked = here.slice(from, from + AT_ONCE)
    const answer = await fetchFragment(thread.path, `?only=${asked.join()}`)
    for (const id of asked) {
      const [comment, shown] = [shownComment(id), commentIn(answer, id)]
      if (comment && shown) replaceText(comment, shown)
      else if (comment) await holdStill(thread.bodies, () => remove(thread, comment))
    }
  }
}
