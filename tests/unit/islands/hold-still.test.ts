import { afterEach, describe, expect, it, vi } from 'vitest'
import { holdStill } from '@/components/islands/parts/hold-still'

afterEach(() => vi.unstubAllGlobals())

/** An element whose place on the screen the test decides. */
const at = (place: { top: number }): Element => {
  const element = document.createElement('p')
  document.body.append(element)
  element.getBoundingClientRect = () => new DOMRect(0, place.top, 100, 20)
  return element
}

const scrolling = () => {
  const scrollBy = vi.fn()
  vi.stubGlobal('scrollBy', scrollBy)
  return scrollBy
}

describe('a change above what somebody reads', () => {
  it('moves the page by as much as the text was moved', async () => {
    const scrollBy = scrolling()
    const [above, read] = [{ top: -500 }, { top: 40 }]
    await holdStill([at(above), at(read)], () => (read.top = 113))
    expect(scrollBy).toHaveBeenCalledWith({ top: 73, behavior: 'instant' })
  })

  it('leaves alone what stayed, what is gone and what nobody sees', async () => {
    const scrollBy = scrolling()
    await holdStill([at({ top: 40 })], () => undefined)
    const gone = at({ top: 40 })
    await holdStill([gone], () => gone.remove())
    const below = { top: 100_000 }
    await holdStill([at(below)], () => (below.top = 0))
    expect(scrollBy).not.toHaveBeenCalled()
  })

  it('holds what comes next when what is read goes', async () => {
    const scrollBy = scrolling()
    const [gone, next] = [at({ top: 40 }), { top: 90 }]
    await holdStill([gone, at(next)], () => {
      gone.remove()
      next.top = 40
    })
    expect(scrollBy).toHaveBeenCalledWith({ top: -50, behavior: 'instant' })
  })

  it('does not hold who scrolls meanwhile', async () => {
    const scrollBy = scrolling()
    const read = { top: 40 }
    await holdStill([at(read)], () => {
      vi.stubGlobal('scrollY', 500)
      read.top = -460
    })
    expect(scrollBy).not.toHaveBeenCalled()
  })
})
