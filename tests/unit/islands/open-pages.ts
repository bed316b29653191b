import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { withStreams } from './fake-event-source'
import { withScreen } from './fake-intersections'
import { defineElements } from './page'

/** Each test of the file has an empty page, a line to the server and a screen; nothing of it is left to the next. */
export const openPages = (): void => {
  beforeAll(defineElements)
  beforeEach(() => {
    withStreams()
    withScreen()
  })
  afterEach(() => {
    document.body.replaceChildren()
    Object.defineProperty(document, 'hidden', { configurable: true, value: false })
    localStorage.clear()
    sessionStorage.clear()
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
}
