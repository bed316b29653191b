/** The next page of the thread, taken out of the page that the link leads to. */
export interface MoreComments {
  /** Comments that are not on the page yet. */
  readonly comments: readonly Element[]
  /** The link to the page after it. */
  readonly more: Element | null
}

/** Null when it could not be loaded: the link still works as a link. */
export const fetchMore = async (href: string): Promise<MoreComments | null> => {
  try {
    const response = await fetch(href, { headers: { accept: 'text/html' } })
    if (!response.ok) return null
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const thread = page.querySelector('.thread')
    if (!thread) return null
    const comments = [...thread.children].filter((comment) => !document.getElementById(comment.id))
    return {
      comments: comments.map((comment) => document.importNode(comment, true)),
      more: page.querySelector('.thread-more'),
    }
  } catch {
    return null
  }
}
