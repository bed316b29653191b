import type { OpenThread } from '../thread/open-thread'

const PAUSE_MS = 3_000

/** Tells the others that somebody writes here, never who or what. Nothing tells that it ended, or how. */
export const tellTyping = (thread: OpenThread, stream: () => string | null): void => {
  let told = -Infinity
  thread.element.addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement) || !target.closest('.comment-form')) return
      const [id, now] = [stream(), performance.now()]
      if (id === null || now - told < PAUSE_MS) return
      told = now
      const headers = { 'content-type': 'application/json' }
      fetch(`${thread.path}/typing`, { method: 'POST', headers, body: JSON.stringify({ stream: id }) }).catch(
        () => undefined,
      )
    },
    { signal: thread.life },
  )
}
