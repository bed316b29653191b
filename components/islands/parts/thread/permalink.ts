import type { OpenThread } from './open-thread'

const SENT = 'stet-sent'

/** True when this very comment was what the reader was sent here for: then it is not asked again. */
const wasSentFor = (id: string): boolean => {
  try {
    const sent = sessionStorage.getItem(SENT) === id
    sessionStorage.removeItem(SENT)
    return sent
  } catch {
    return true
  }
}

const go = async (id: string): Promise<void> => {
  try {
    const response = await fetch(`/comments/${id}`, { method: 'HEAD' })
    const page = new URL(response.url)
    if (!response.ok || page.pathname + page.search === location.pathname + location.search) return
    sessionStorage.setItem(SENT, id)
    location.replace(`${page.pathname}${page.search}#comment-${id}`)
  } catch {
    // The page stays as it is.
  }
}

/** An address that points to a comment on another page of the thread leads there; an unknown one changes nothing. */
export const permalinks = (thread: OpenThread): void => {
  const look = (isSent: (id: string) => boolean): void => {
    const id = /^#comment-(\w+)$/.exec(location.hash)?.[1]
    if (id && !isSent(id) && !document.getElementById(`comment-${id}`)) void go(id)
  }
  look(wasSentFor)
  addEventListener('hashchange', () => look(() => false), { signal: thread.life })
}
