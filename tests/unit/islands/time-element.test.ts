import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { relativeText } from '@/components/ui/time-text'
import { defineElements, find, showPage } from './page'

beforeAll(defineElements)
beforeEach(() => void vi.useFakeTimers({ now: new Date('2025-02-12T14:03:00Z') }))
afterEach(() => {
  document.body.replaceChildren()
  vi.useRealTimers()
})

const show = (at: string): HTMLTimeElement => {
  showPage(`<stet-time><time datetime="${at}">exact</time></stet-time>`)
  return find('time')
}

describe('relative times', () => {
  it.each([
    ['2025-02-12T14:02:30Z', 'just now'],
    ['2025-02-12T14:02:00Z', '1 minute ago'],
    ['2025-02-12T13:04:00Z', '59 minutes ago'],
    ['2025-02-12T13:03:00Z', '1 hour ago'],
    ['2025-02-11T14:03:00Z', '1 day ago'],
    // Two days back in the calendar.
    ['2025-02-10T22:03:00Z', '1 day ago'],
    ['2025-02-08T14:03:00Z', '4 days ago'],
    ['2025-01-20T14:03:00Z', '3 weeks ago'],
    ['2021-02-12T14:03:00Z', '4 years ago'],
    ['2025-02-12T14:10:00Z', 'just now'],
  ])('%s is %s', (at, words) => {
    expect(relativeText(new Date(at), new Date('2025-02-12T14:03:00Z'))).toBe(words)
  })

  it('tell how long ago, and exactly when on hover', () => {
    const time = show('2025-02-12T13:03:00Z')
    expect(time.textContent).toBe('1 hour ago')
    expect(time.title).toContain('February 12, 2025')
    expect(time.dateTime).toBe('2025-02-12T13:03:00Z')
  })

  it('go on while the page is open', () => {
    const time = show('2025-02-12T14:02:30Z')
    vi.advanceTimersByTime(60_000)
    expect(time.textContent).toBe('1 minute ago')
  })

  it('stop with the last of them', () => {
    show('2025-02-12T14:02:30Z')
    document.body.replaceChildren()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leave alone what is not a time', () => {
    expect(show('soon').textContent).toBe('exact')
  })
})
