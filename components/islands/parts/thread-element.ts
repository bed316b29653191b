import { holdStill } from './hold-still'
import { fetchMore } from './more-comments'
import { fetchOwn } from './own-comments'
import { greet, showOwn } from './own-in-place'
import { replyForm } from './reply-form'

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** <stet-thread data-path="/articles/…">: replies, more comments and one's own waiting comments, all in place. */
export class ThreadElement extends HTMLElement {
  /** The page's form as it came: replies are written in copies of it. */
  #pattern: Node | null = null
  #signedInAs = ''

  connectedCallback(): void {
    this.#pattern ??= this.#form?.cloneNode(true) ?? null
    this.addEventListener('click', this)
    this.addEventListener('stet-posted', this)
    void this.#showOwn()
  }

  handleEvent(event: Event): void {
    if (event instanceof MouseEvent) this.#click(event)
    else void this.#showOwn()
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector(':scope > stet-form > form')
  }

  get #path(): string {
    return this.dataset.path ?? ''
  }

  #click(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !isPlainClick(event)) return
    if (link.matches('.comment-reply')) this.#reply(event, link)
    else if (link.matches('.thread-more a')) void this.#loadMore(event, link)
  }

  #reply(event: Event, link: HTMLAnchorElement): void {
    const comment = link.closest('.comment')
    if (!this.#pattern || !comment) return
    event.preventDefault()
    const before = link.parentElement?.querySelector(':scope > .reply-form')
    if (!before?.querySelector('form')) {
      before?.remove()
      link.after(
        replyForm(this.#pattern, { link, parentId: comment.id.replace('comment-', ''), typed: this.#form }),
      )
      greet(this, this.#signedInAs)
    }
    link.parentElement?.querySelector<HTMLElement>(':scope > .reply-form textarea')?.focus()
  }

  async #loadMore(event: Event, link: HTMLAnchorElement): Promise<void> {
    event.preventDefault()
    if (link.getAttribute('aria-disabled') === 'true') return
    const label = link.textContent
    link.setAttribute('aria-disabled', 'true')
    link.classList.add('loading')
    link.textContent = 'Loading'
    const loaded = await fetchMore(link.href)
    if (loaded) {
      this.querySelector('.thread')?.append(...loaded.comments)
      const old = link.closest('.thread-more')
      if (loaded.more) old?.replaceWith(document.importNode(loaded.more, true))
      else old?.remove()
      this.#focusOn(loaded.comments[0])
      void this.#showOwn()
      return
    }
    link.removeAttribute('aria-disabled')
    link.classList.remove('loading')
    link.textContent = label
    location.assign(link.href)
  }

  #focusOn(comment: Element | undefined): void {
    const body = comment?.firstElementChild
    if (!(body instanceof HTMLElement)) return
    body.tabIndex = -1
    body.focus()
  }

  async #showOwn(): Promise<void> {
    const own = await fetchOwn(this.#path)
    if (!own) return
    // Comments of everybody stay where they are; only one's own come and go.
    await holdStill(this.querySelectorAll('.comment:not(.comment-own) > .comment-body'), () => {
      showOwn(this, own, this.#path)
      this.#signedInAs = own.signedInAs
      greet(this, this.#signedInAs)
    })
  }
}
