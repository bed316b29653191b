import { answerFacts, textOf } from '../facts'
import { el } from '../el'
import { setText } from '../set-text'
import { idOf } from './comment-node'
import type { OpenThread } from './open-thread'
import { changeLink } from './own-comment-node'

const FAILED = 'That did not work. Please try again in a minute.'

export const setRecommends = (comment: Element, recommends: number): void =>
  setText(
    comment.querySelector(':scope > .comment-body .recommend-count'),
    recommends > 0 ? recommends.toLocaleString('en') : '',
  )

const say = (form: Element, words: string): void => {
  const said =
    form.querySelector('.action-said') ??
    form.appendChild(el('span', { class: 'action-said', role: 'status' }))
  setText(said, words)
}

const send = async (thread: OpenThread, form: HTMLFormElement, comment: Element): Promise<void> => {
  if (form.ariaBusy === 'true') return
  form.ariaBusy = 'true'
  say(form, '')
  const id = idOf(comment)
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ intent: thread.recommended.has(id) ? 'take' : 'give' }),
    })
    const { given, recommends, detail } = await answerFacts(response)
    if (response.ok) {
      if (given === true) thread.recommended.add(id)
      else thread.recommended.delete(id)
      setRecommends(comment, Number(recommends))
      thread.changed()
    } else say(form, textOf(detail) || FAILED)
  } catch {
    say(form, FAILED)
  }
  form.ariaBusy = 'false'
}

/**
 * Recommending in place: a button that is pressed or not. Nobody recommends or reports what they wrote themselves: in
 * that place stands the way to change it or take it back.
 */
export const recommending = (thread: OpenThread): void => {
  thread.element.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || !form.matches('.comment-recommend')) return
      const comment = form.closest('.comment')
      if (!comment) return
      event.preventDefault()
      void send(thread, form, comment)
    },
    { signal: thread.life },
  )
  thread.whenChanged(() => {
    for (const form of thread.element.querySelectorAll<HTMLFormElement>('.comment-recommend')) {
      const id = idOf(form.closest('.comment') ?? form)
      form.hidden = thread.own.has(id)
      if (form.hidden)
        form.parentElement?.querySelector('.comment-report')?.replaceWith(changeLink(thread.path, id))
      form.querySelector('button')?.setAttribute('aria-pressed', String(thread.recommended.has(id)))
    }
  })
}
