import { randomUUID } from 'node:crypto'

/** Older than this (ms), a slot was left behind by a page that could not be rendered: nobody will come for it. */
const FORGOTTEN_MS = 60_000

const SLOT = /<!--stet:([0-9a-f-]{36})-->/g

/**
 * HTML that Next is spared: a page holds a comment in its place, and gets it when Next is done. Through Next the
 * same bytes would be copied a dozen times (decision 11). Slots have random names, so that no text can hold one.
 */
export interface ThreadSlots {
  /** Keeps the HTML and returns what stands in its place; for one page, once. */
  put(html: string): string
  /** The page with everything in its place. */
  fill(page: string): string
}

export const threadSlots = (now: () => number = () => performance.now()): ThreadSlots => {
  const kept = new Map<string, { readonly html: string; readonly at: number }>()
  const forget = (): void => {
    // Oldest first: maps keep their order.
    for (const [key, { at }] of kept) {
      if (now() - at < FORGOTTEN_MS) return
      kept.delete(key)
    }
  }
  const take = (key: string): string => {
    const found = kept.get(key)
    kept.delete(key)
    return found?.html ?? ''
  }
  return {
    put: (html) => {
      forget()
      const key = randomUUID()
      kept.set(key, { html, at: now() })
      return `<!--stet:${key}-->`
    },
    fill: (page) => page.replace(SLOT, (_slot, key: string) => take(key)),
  }
}
