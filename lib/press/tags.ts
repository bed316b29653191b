/** What a kept page is made of. A page carries the tags of everything it shows; a change makes tags stale. */
export type Tag = 'site' | 'pieces' | 'conversation' | `piece:${string}` | `thread:${string}`

/** Everything: carried by every page without saying so. */
export const SITE = 'site'
/** Which pieces are public, and what a list of them shows. */
export const PIECES = 'pieces'
/** Any comment readers see: counts on lists, feeds of the whole conversation. */
export const CONVERSATION = 'conversation'

/** The text of one piece, and whether its thread is open. */
export const pieceTag = (articleId: string): Tag => `piece:${articleId}`
/** The comments below one piece, as readers see them. */
export const threadTag = (articleId: string): Tag => `thread:${articleId}`
