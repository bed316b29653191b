/** Milliseconds after which nobody waits for a frame any more: a window out of sight has none. */
const LONGEST = 100

/**
 * Calls once the browser has painted what changed last, so that nobody waits for the work to see it; at once when the page
 * is left before, for nothing of it runs later. Returns how to call it off.
 */
export const afterPaint = (work: () => void): (() => void) => {
  const callOff = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    window.removeEventListener('pagehide', doNow)
  }
  const doNow = (): void => {
    callOff()
    work()
  }
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = window.setTimeout(doNow, 0)
  })
  let timer = window.setTimeout(doNow, LONGEST)
  window.addEventListener('pagehide', doNow)
  return callOff
}
