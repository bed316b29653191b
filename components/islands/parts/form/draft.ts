import { buttonNode } from '../button-node'
import { el } from '../el'
import { factsOf, textOf } from '../facts'
import { shelf } from '../shelf'

const PAUSE_MS = 400
const drafts = shelf('drafts', 30)

/** One draft per piece and comment answered. */
const keyOf = (form: HTMLFormElement): string => {
  const parent = form.elements.namedItem('parentId')
  return `${new URL(form.action).pathname} ${parent instanceof HTMLInputElement ? parent.value : ''}`
}

/** What is typed, the text and the name below it, kept on the device until it is posted. */
export class Draft {
  readonly #form: HTMLFormElement
  readonly #area: HTMLTextAreaElement
  /** Nobody signed in types one. */
  readonly #name: HTMLInputElement | null
  readonly #key: string
  #timer: number | undefined
  #note: Element | null = null

  constructor(form: HTMLFormElement, area: HTMLTextAreaElement) {
    this.#form = form
    this.#area = area
    this.#name = form.querySelector('[name=name]')
    this.#key = keyOf(form)
  }

  /** Puts back what was kept, and says so; a field that holds something else stays as it is. */
  restore(): void {
    const { body, name } = factsOf(drafts.get(this.#key))
    const text = textOf(body)
    // After a reload some browsers have put it back themselves.
    if (!text || (this.#area.value && this.#area.value !== text)) return
    this.#area.value = text
    if (this.#name) this.#name.value ||= textOf(name)
    this.#note = el(
      'p',
      { class: 'draft-kept', role: 'status' },
      'Your draft was kept on this device. ',
      buttonNode('Discard', 'button button-quiet', () => this.#discard()),
    )
    this.#form.prepend(this.#note)
  }

  typed(): void {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.keep(), PAUSE_MS)
  }

  /** At once, if something was typed since the last time. */
  keep(): void {
    if (this.#timer === undefined) return
    this.#stop()
    const body = this.#area.value
    if (body.trim()) drafts.put(this.#key, { body, name: this.#name?.value })
    else drafts.drop(this.#key)
  }

  /** Posted: there is nothing to keep. */
  forget(): void {
    this.#stop()
    this.#note?.remove()
    drafts.drop(this.#key)
  }

  #stop(): void {
    window.clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #discard(): void {
    this.forget()
    this.#area.value = ''
    this.#area.dispatchEvent(new Event('input', { bubbles: true }))
    this.#stop()
    this.#area.focus()
  }
}
