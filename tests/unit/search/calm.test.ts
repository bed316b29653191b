import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Calm } from '../../../server/process/calm'

const PATIENCE = { calmMs: 500, longestMs: 10_000 }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const gathering = () => {
  const handed: (readonly number[])[] = []
  return { handed, calm: new Calm<number>((gathered) => handed.push(gathered), PATIENCE) }
}

describe('what can wait', () => {
  it('is handed on together, once nothing more has come for a while', () => {
    const { calm, handed } = gathering()
    calm.add(1)
    vi.advanceTimersByTime(400)
    calm.add(2)
    vi.advanceTimersByTime(400)
    expect(handed).toEqual([])
    vi.advanceTimersByTime(100)
    expect(handed).toEqual([[1, 2]])
    calm.add(3)
    vi.advanceTimersByTime(500)
    expect(handed).toEqual([[1, 2], [3]])
  })

  it('waits for no calm that does not come', () => {
    const { calm, handed } = gathering()
    for (let n = 0; n < 49; n += 1) {
      calm.add(n)
      vi.advanceTimersByTime(200)
    }
    expect(handed).toEqual([])
    calm.add(49)
    vi.advanceTimersByTime(200)
    expect(handed.map(({ length }) => length)).toEqual([50])
  })

  it('is let go when it is told to stop', () => {
    const { calm, handed } = gathering()
    calm.add(1)
    calm.stop()
    vi.advanceTimersByTime(20_000)
    expect(handed).toEqual([])
  })
})
