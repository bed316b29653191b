import { live } from '../live/live'
import { collapsing } from './collapse'
import { loadMore } from './load-more'
import { newSince } from './new-since'
import { OpenThread } from './open-thread'
import { showOwn } from './own-in-place'
import { permalinks } from './permalink'
import { recommending } from './recommend'
import { replyInPlace } from './reply-in-place'

/** <stet-thread data-path="/articles/…">: everything a thread does in place. Each part improves what works without it. */
export class ThreadElement extends HTMLElement {
  #life = new AbortController()

  connectedCallback(): void {
    this.#life = new AbortController()
    const thread = new OpenThread(this, this.#life.signal)
    let signedInAs = ''
    const own = async (): Promise<void> => {
      signedInAs = await showOwn(thread)
    }
    replyInPlace(thread, () => signedInAs)
    loadMore(thread)
    permalinks(thread)
    collapsing(thread)
    recommending(thread)
    live(thread, () => void own())
    this.addEventListener('stet-posted', () => void own(), { signal: thread.life })
    // What waits may have been decided while its author was elsewhere; only they are told, so that no event says so.
    const back = (): void => {
      if (!document.hidden && this.querySelector('.comment-own:not(:focus-within)')) void own()
    }
    document.addEventListener('visibilitychange', back, { signal: thread.life })
    // One's own comments are nothing new, so that it has to be known first which they are.
    void own().then(() => thread.life.aborted || newSince(thread))
  }

  disconnectedCallback(): void {
    this.#life.abort()
  }
}
