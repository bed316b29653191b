import { FAILED, NOT_YET, RECEIVED } from '../../../reader/trouble'
import { el } from '../el'
import { noticeNode } from '../notice-node'
import { randomKey } from '../random-key'
import { characterCount } from './character-count'
import { Draft } from './draft'
import { clearFieldErrors, showFieldErrors } from './field-errors'
import { askAgain, postAnyway } from './nudge'
import { type Sent, sendForm } from './send-form'

const NEXT_WORDS: Readonly<Record<string, string>> = {
  waiting: 'Your comment will appear once approved by a moderator.',
  rejected: 'A moderator decided not to publish this comment.',
}

/** What follows "received": where the comment stands, or what becomes of it, here and on another device. */
const nextOf = ({
  commentId,
  state,
  statusPath,
}: Sent & { kind: 'received' }): readonly (Node | string)[] => {
  if (state === 'approved')
    return [el('a', { href: `/comments/${commentId}` }, 'See your comment in the conversation')]
  const next = NEXT_WORDS[state]
  return [
    ...(next ? [`${next} `] : []),
    ...(statusPath
      ? [el('a', { href: statusPath }, 'Keep this link'), ' to see what becomes of it on another device.']
      : []),
  ]
}

/** <stet-form><form>…</form></stet-form>: sends without leaving the page, says what happened, loses nothing typed. */
export class FormElement extends HTMLElement {
  /** Kept until something was received: pressing twice, or again after a lost answer, is one comment. */
  #key = randomKey()
  /** When somebody first came into the form; 0: nobody knows. */
  #since = 0
  #sending = false
  #notice: HTMLElement | null = null
  #draft: Draft | null = null
  #count: () => void = () => undefined
  #life = new AbortController()

  connectedCallback(): void {
    this.addEventListener('submit', this)
    this.addEventListener('input', this)
    this.addEventListener('focusin', this)
    const form = this.querySelector('form')
    const area = form?.querySelector('textarea')
    if (!form || !area || this.#draft) return
    this.#draft = new Draft(form, area)
    this.#draft.restore()
    this.#count = characterCount(area)
    this.#count()
    this.#life = new AbortController()
    addEventListener('pagehide', () => this.#draft?.keep(), { signal: this.#life.signal })
    // Somebody may have begun before the island was there.
    if (!this.matches(':focus-within')) return
    this.#since = performance.now()
    this.#draft.typed()
  }

  disconnectedCallback(): void {
    this.#draft?.keep()
    this.#life.abort()
  }

  handleEvent(event: Event): void {
    if (event.type === 'focusin') this.#since ||= performance.now()
    if (event.type === 'input') this.#typed(event)
    if (event.type !== 'submit' || !(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    if (!this.#sending) void this.#send(event.target)
  }

  #typed({ target }: Event): void {
    this.#draft?.typed()
    if (!(target instanceof HTMLTextAreaElement) || !target.form) return
    this.#count()
    if (askAgain(target.form, this.#button)) this.#notice?.remove()
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector('.button-primary')
  }

  async #send(form: HTMLFormElement): Promise<void> {
    const button = this.#button
    const label = button?.textContent ?? ''
    this.#busy(form, button, 'Loading')
    const sent = await sendForm(form, this.#key, this.#since)
    this.#busy(form, button, label)
    if (sent.kind === 'received') this.#received(form, sent)
    else if (sent.code === 'nudge') this.#nudged(form, sent)
    else this.#refused(form, sent)
  }

  #busy(form: HTMLFormElement, button: HTMLButtonElement | null, label: string): void {
    this.#sending = label === 'Loading'
    form.setAttribute('aria-busy', String(this.#sending))
    // What was typed after the text had gone would be lost with it.
    for (const area of form.querySelectorAll('textarea')) area.readOnly = this.#sending
    if (!button) return
    button.disabled = this.#sending
    button.classList.toggle('loading', this.#sending)
    button.textContent = label
    if (!this.#sending) return
    clearFieldErrors(form)
    this.#notice?.remove()
  }

  #received(form: HTMLFormElement, sent: Sent & { kind: 'received' }): void {
    this.#key = randomKey()
    this.#draft?.forget()
    askAgain(form, this.#button)
    // A reply is done with; the page's own form stays for the next thought.
    if (form.elements.namedItem('parentId')) form.remove()
    for (const area of form.querySelectorAll('textarea')) area.value = ''
    this.#count()
    this.#show(noticeNode('success', RECEIVED, ...nextOf(sent))).focus()
    // The thread listens: it shows what waits.
    this.dispatchEvent(new Event('stet-posted', { bubbles: true }))
  }

  /** A check objects: said once, before the button that posts it as it stands. */
  #nudged(form: HTMLFormElement, { message }: Sent & { kind: 'refused' }): void {
    postAnyway(form, this.#button)
    const notice = this.#show(noticeNode('waiting', NOT_YET, message))
    form.querySelector('.comment-form-send')?.before(notice)
    notice.focus()
  }

  #refused(form: HTMLFormElement, { message, fields }: Sent & { kind: 'refused' }): void {
    const notice = this.#show(noticeNode('error', FAILED, message))
    const field = showFieldErrors(form, fields)
    ;(field ?? notice).focus()
  }

  #show(notice: HTMLElement): HTMLElement {
    this.#notice?.remove()
    this.#notice = notice
    this.append(notice)
    return notice
  }
}
