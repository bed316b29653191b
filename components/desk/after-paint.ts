/** Milliseconds after which nobody waits for a frame any more: a window out of sight has none. */
const LONGEST = 100

/**
 * Calls once the browser has painted what changed last, so that nobody waits for the work to see it. Returns how to call
 * it off.
 */
export const afterPaint = (work: () => void): (() => void) => {
  const callOff = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = window.setTimeout(work, 0)
  })
  let timer = window.setTimeout(() => {
    callOff()
    work()
  }, LONGEST)
  return callOff
}
