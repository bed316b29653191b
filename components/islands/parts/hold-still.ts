const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/**
 * Changes the page without moving the comment somebody is reading. Most browsers see to it themselves, not all, and
 * not where the page becomes shorter; whatever is left after two frames is made good.
 */
export const holdStill = async (comments: Iterable<Element>, change: () => void): Promise<void> => {
  const read = [...comments].find(isInView)
  const before = read?.getBoundingClientRect().top ?? 0
  const scrolled = scrollY
  change()
  if (!read) return
  await nextFrame()
  await nextFrame()
  // Where the page was scrolled meanwhile, the browser saw to it, or the reader wants to be elsewhere.
  if (!read.isConnected || scrollY !== scrolled) return
  const moved = read.getBoundingClientRect().top - before
  if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' })
}
