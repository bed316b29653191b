import type { ThreadHtml } from './thread-html'

/**
 * React decides whether it is the development build when it is first loaded, so the mode must be set before
 * (tellLibraries): the bundler keeps what is imported here in a file of its own.
 */
export const loadThreadHtml = async (): Promise<ThreadHtml> => (await import('./thread-html')).threadHtml
