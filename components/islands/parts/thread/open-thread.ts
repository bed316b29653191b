import { el } from '../el'

/** Only lists and their items: relative times change all the time. */
const concernsComments = ({ target }: MutationRecord): boolean =>
  target instanceof Element && target.matches('ol, li, .comment-body')

/** A thread on an open page, as the parts of the island share it. */
export class OpenThread {
  /** Ids of this visitor's own comments, as far as they are known. */
  readonly own = new Set<string>()
  /** Ids this visitor recommends. */
  readonly recommended = new Set<string>()
  /** Queries of every part of the thread that was loaded into this page. */
  readonly sources: Set<string>
  /** Who is here and what is new, between the form and the comments. */
  readonly bar = el('div', { class: 'thread-bar' })
  readonly #said = el('p', { class: 'visually-hidden', role: 'status' })
  readonly #seers: (() => void)[] = []

  constructor(
    readonly element: HTMLElement,
    /** Aborted when the thread leaves the page. */
    readonly life: AbortSignal,
  ) {
    this.sources = new Set([location.search])
    this.list?.before(this.bar)
    element.append(this.#said)
    const observer = new MutationObserver((records) => {
      if (records.some(concernsComments)) this.changed()
    })
    observer.observe(element, { childList: true, subtree: true })
    life.addEventListener('abort', () => {
      observer.disconnect()
      this.bar.remove()
      this.#said.remove()
    })
  }

  /** Of the piece, site-relative. */
  get path(): string {
    return this.element.dataset.path ?? ''
  }

  get sort(): string {
    return this.element.dataset.sort || 'newest'
  }

  /** Whether the page begins with the first root: neither a later page nor one branch. */
  get isFirst(): boolean {
    return !this.element.dataset.branch && this.element.dataset.later !== 'true'
  }

  get list(): Element | null {
    return this.element.querySelector('.thread')
  }

  /** Every comment of everybody on the page. */
  get comments(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('.comment:not(.comment-own)')]
  }

  /** What of the page stays where it is while one's own comments come and go. */
  get bodies(): Iterable<Element> {
    return this.element.querySelectorAll('.comment:not(.comment-own) > .comment-body')
  }

  /** The page's own form, as it stands now. */
  get form(): HTMLFormElement | null {
    return this.element.querySelector(':scope > stet-form > form')
  }

  /** Calls at once and whenever comments came, went or changed. */
  whenChanged(see: () => void): void {
    this.#seers.push(see)
    see()
  }

  changed(): void {
    for (const see of this.#seers) see()
  }

  /** For those who hear the page. */
  say(words: string): void {
    this.#said.textContent = words
  }
}
