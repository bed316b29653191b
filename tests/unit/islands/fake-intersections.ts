import { vi } from 'vitest'

type Tell = (entries: readonly { target: Element; isIntersecting: boolean }[]) => void

let watchers: { readonly tell: Tell; readonly watched: Set<Element> }[] = []

class FakeObserver {
  readonly #watcher: { tell: Tell; watched: Set<Element> }

  constructor(tell: Tell) {
    this.#watcher = { tell, watched: new Set() }
    watchers.push(this.#watcher)
  }

  observe(element: Element): void {
    this.#watcher.watched.add(element)
  }

  unobserve(element: Element): void {
    this.#watcher.watched.delete(element)
  }

  disconnect(): void {
    this.#watcher.watched.clear()
  }
}

/** What is on the screen is what the test scrolls there. */
export const withScreen = (): void => {
  watchers = []
  vi.stubGlobal('IntersectionObserver', FakeObserver)
}

export const scrollTo = (target: Element, isIntersecting = true): void => {
  for (const { tell, watched } of watchers) if (watched.has(target)) tell([{ target, isIntersecting }])
}
