import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterPaint } from '@/components/desk/after-paint'

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
    }),
)
afterEach(() => void vi.useRealTimers())

const leave = () => window.dispatchEvent(new Event('pagehide'))

describe('what waits for the next picture', () => {
  it('is done once when it has come', () => {
    const work = vi.fn()
    afterPaint(work)
    expect(work).not.toHaveBeenCalled()
    vi.runAllTimers()
    leave()
    expect(work).toHaveBeenCalledOnce()
  })

  it('is done at once, and once, when the page is left before: a decision is sent, not lost', () => {
    const work = vi.fn()
    afterPaint(work)
    leave()
    expect(work).toHaveBeenCalledOnce()
    vi.runAllTimers()
    leave()
    expect(work).toHaveBeenCalledOnce()
  })

  it('is done between picture and turn as well when the page is left there', () => {
    const work = vi.fn()
    afterPaint(work)
    vi.advanceTimersToNextFrame()
    leave()
    vi.runAllTimers()
    expect(work).toHaveBeenCalledOnce()
  })

  it('is never done once it was called off', () => {
    const work = vi.fn()
    afterPaint(work)()
    leave()
    vi.runAllTimers()
    expect(work).not.toHaveBeenCalled()
  })
})
