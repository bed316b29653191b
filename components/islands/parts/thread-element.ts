import { el } from './el'
import { fetchMore } from './more-comments'
import { editWaitingNode, ownCommentNode } from './own-comment-node'
import { type OwnWaiting, fetchOwn } from './own-comments'
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
      this.#greet()
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
    for (const shown of this.querySelectorAll('.comment-own')) shown.remove()
    // Oldest first, so that each next one comes before it and a reply finds a parent that waits itself.
    for (const comment of [...own.waiting].reverse()) this.#place(comment)
    for (const id of own.editsWaiting) {
      document
        .getElementById(`comment-${id}`)
        ?.querySelector('.comment-text')
        ?.after(editWaitingNode(id, this.#path))
    }
    this.#signedInAs = own.signedInAs
    this.#greet()
  }

  #place(comment: OwnWaiting): void {
    const node = ownCommentNode(comment, this.#path)
    const parent = comment.parentId ? document.getElementById(`comment-${comment.parentId}`) : null
    if (parent) {
      const replies =
        parent.querySelector(':scope > .replies') ?? parent.appendChild(el('ol', { class: 'replies' }))
      replies.append(node)
      return
    }
    this.querySelector('.conversation-none')?.remove()
    this.querySelector('.thread')?.prepend(node)
  }

  /** Who is signed in comments under their own name: there is nothing to fill in. */
  #greet(): void {
    if (!this.#signedInAs) return
    for (const fields of this.querySelectorAll('.comment-form-who')) {
      fields.replaceWith(
        el('p', { class: 'comment-form-as' }, 'You comment as ', el('bdi', {}, this.#signedInAs)),
      )
    }
  }
}
