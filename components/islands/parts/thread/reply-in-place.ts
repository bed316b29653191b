import { idOf } from './comment-node'
import { greet } from './greet'
import type { OpenThread } from './open-thread'
import { isPlainClick } from './plain-click'
import { replyForm } from './reply-form'

/** "Reply" opens the page's own form once more, below the comment. */
export const replyInPlace = (thread: OpenThread, signedInAs: () => string): void => {
  // As it came: what is typed into it later is not part of it.
  const pattern = thread.form?.cloneNode(true)
  if (!pattern) return
  const open = (link: HTMLElement, comment: Element): void => {
    const place = link.closest('.comment-actions') ?? link
    const next = place.nextElementSibling
    const before = next?.matches('.reply-form') ? next : null
    let form = before?.querySelector('form') ?? null
    if (!form) {
      const element = replyForm(pattern, { link, parentId: idOf(comment), typed: thread.form })
      if (before) before.replaceWith(element)
      else place.after(element)
      greet(thread.element, signedInAs())
      form = element.querySelector('form')
    }
    form?.querySelector('textarea')?.focus()
  }
  thread.element.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const comment = link?.closest('.comment')
      if (!link?.matches('.comment-reply') || !comment || !isPlainClick(event)) return
      event.preventDefault()
      open(link, comment)
    },
    { signal: thread.life },
  )
}
