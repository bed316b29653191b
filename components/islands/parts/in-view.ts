/** Calls once when the element, with this much around it, is on the screen. */
export const whenNear = (element: Element, rootMargin: string, life: AbortSignal, come: () => void): void => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      come()
    },
    { rootMargin },
  )
  observer.observe(element)
  life.addEventListener('abort', () => observer.disconnect())
}
