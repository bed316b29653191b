import type { readerPages } from './reader-pages'
import type { ThreadHtml } from './thread-html'

/** What needs React. */
interface Rendering {
  readonly threadHtml: ThreadHtml
  readonly readerPages: typeof readerPages
}

/**
 * React decides whether it is the development build when it is first loaded, so the mode must be set before
 * (tellLibraries): the bundler keeps what is imported here in files of their own.
 */
export const loadRendering = async (): Promise<Rendering> => {
  const [thread, pages] = await Promise.all([import('./thread-html'), import('./reader-pages')])
  return { threadHtml: thread.threadHtml, readerPages: pages.readerPages }
}
