const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

const topOf = (element: Element): number => element.getBoundingClientRect().top

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/**
 * Changes the page without moving the comment somebody is reading. Most browsers see to it themselves, not all, and
 * not where the page becomes shorter; whatever is left after two frames is made good.
 */
export const holdStill = async (comments: Iterable<Element>, change: () => void): Promise<void> => {
  const inView = [...comments].filter(isInView).map((comment) => [comment, topOf(comment)] as const)
  const scrolled = scrollY
  change()
  // What is read may be what goes: then the next one stays where it is.
  const found = inView.find(([comment]) => comment.isConnected)
  if (!found) return
  const [read, before] = found
  await nextFrame()
  await nextFrame()
  // Where the page was scrolled meanwhile, the browser saw to it, or the reader wants to be elsewhere.
  if (!read.isConnected || scrollY !== scrolled) return
  const moved = topOf(read) - before
  if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' })
}
