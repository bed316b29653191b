import { randomUUID } from 'node:crypto'
import type { Refused } from './form-state'

/**
 * The state of a failed post, handed to the page that shows the form again: server/ keeps it and asks Next for the
 * page with `x-stet-page-state: <key>`; the page takes it once.
 */
export type PageState = Refused

/** The header that carries the key; deleted from every request that comes from outside. */
export const PAGE_STATE_HEADER = 'x-stet-page-state'

export interface PageStates {
  /** Returns the key. */
  keep(state: PageState): string
  /** Null for an unknown or used key. */
  take(key: string | null): PageState | null
}

export const makePageStates = (): PageStates => {
  const kept = new Map<string, PageState>()
  return {
    keep: (state) => {
      const key = randomUUID()
      kept.set(key, state)
      return key
    },
    take: (key) => {
      const found = key === null ? undefined : kept.get(key)
      if (key !== null) kept.delete(key)
      return found ?? null
    },
  }
}
