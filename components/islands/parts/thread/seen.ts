const LOOKED_MS = 1_000

/** Tells of each watched element once it was on the screen for a second. Returns how to watch one. */
export const whenSeen = (life: AbortSignal, seen: (element: Element) => void) => {
  const timers = new Map<Element, number>()
  const forget = (element: Element): void => {
    window.clearTimeout(timers.get(element))
    timers.delete(element)
  }
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      forget(target)
      if (!isIntersecting) continue
      const look = (): void => {
        observer.unobserve(target)
        forget(target)
        seen(target)
      }
      timers.set(target, window.setTimeout(look, LOOKED_MS))
    }
  })
  life.addEventListener('abort', () => {
    observer.disconnect()
    for (const element of timers.keys()) forget(element)
  })
  return (element: Element): void => observer.observe(element)
}
