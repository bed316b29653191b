import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const arrived = vi.fn()

const state = vi.spyOn(document, 'readyState', 'get')
/** What the page has asked the browser for: its next picture, and a moment in which nothing is to be done. */
let asked: (() => void)[] = []
const ask = (then: () => void): number => asked.push(then)
const next = (): void => asked.splice(0).forEach((then) => then())
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  asked = []
  vi.doMock('@/components/islands/parts/elements', () => {
    arrived()
    return {}
  })
  vi.stubGlobal('requestAnimationFrame', ask)
  vi.stubGlobal('requestIdleCallback', ask)
})
afterEach(() => {
  vi.resetModules()
  arrived.mockClear()
})

describe('the beginning of the island', () => {
  it('lets the page be loaded, drawn and quiet first', async () => {
    state.mockReturnValue('interactive')
    await import('@/components/islands/reader')
    expect(asked).toEqual([])
    dispatchEvent(new Event('load'))
    next()
    await settle()
    expect(arrived).not.toHaveBeenCalled()
    next()
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce())
  })

  it('comes late itself, and still lets the page be drawn', async () => {
    state.mockReturnValue('complete')
    await import('@/components/islands/reader')
    next()
    expect(arrived).not.toHaveBeenCalled()
    next()
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce())
  })

  it.each(['pointerdown', 'keydown', 'focusin'])('brings the rest at once on %s', async (hand) => {
    state.mockReturnValue('interactive')
    await import('@/components/islands/reader')
    document.body.dispatchEvent(new Event(hand, { bubbles: true }))
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce())
    expect(asked).toEqual([])
  })
})
