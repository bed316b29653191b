import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shelf } from '@/components/islands/parts/shelf'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  localStorage.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what the device remembers', () => {
  it('is there for the next page, until it is dropped', () => {
    shelf('x', 5).put('a', { b: 1 })
    expect(shelf('x', 5).get('a')).toEqual({ b: 1 })
    expect(shelf('y', 5).get('a')).toBeUndefined()
    shelf('x', 5).drop('a')
    expect(shelf('x', 5).get('a')).toBeUndefined()
  })

  it('is what was written last, so many of them', () => {
    const kept = shelf('x', 3)
    for (const key of ['a', 'b', 'c', 'a', 'd']) {
      vi.advanceTimersByTime(1)
      kept.put(key, key)
    }
    expect(['a', 'b', 'c', 'd'].filter((key) => kept.get(key) === key)).toEqual(['a', 'c', 'd'])
  })

  it.each(['', 'not JSON', '[]', '{"a":1}', '{"a":[]}', 'null'])(
    'is nothing when others wrote %j there',
    (text) => {
      localStorage.setItem('stet-x', text)
      expect(shelf('x', 3).get('a')).toBeUndefined()
      shelf('x', 3).put('a', 1)
      expect(shelf('x', 3).get('a')).toBe(1)
    },
  )

  it('is remembered for the page where storage is refused or full', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, clear: () => undefined })
    const kept = shelf('x', 3)
    kept.put('a', 1)
    kept.put('b', 2)
    kept.drop('a')
    expect([kept.get('a'), kept.get('b')]).toEqual([undefined, 2])
  })
})
