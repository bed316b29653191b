import { AsyncLocalStorage } from 'node:async_hooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Scopes } from '../../../server/next/scopes'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const deferred = () => {
  let end = (): void => {}
  const promise = new Promise<void>((resolve) => (end = resolve))
  return { promise, end: () => end() }
}

const opened = () => {
  const scopes = new Scopes()
  const storage = new AsyncLocalStorage<string>()
  scopes.note(storage)
  return { scopes, storage, putAway: vi.spyOn(storage, 'disable') }
}

describe('scopes that nobody is in', () => {
  it('are put away when the work and its answer have ended, and taken up again by the next', async () => {
    const { scopes, storage, putAway } = opened()
    const [work, closed] = [deferred(), deferred()]
    const held = storage.run('a page', () => scopes.hold(work.promise, closed.promise))
    closed.end()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(putAway).not.toHaveBeenCalled()
    work.end()
    await held
    await vi.advanceTimersByTimeAsync(999)
    expect(putAway).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(putAway).toHaveBeenCalledOnce()
    expect(storage.run('another page', () => storage.getStore())).toBe('another page')
  })

  it('stay while somebody is in another one, or has come meanwhile; a page that fails ends as well', async () => {
    const { scopes, putAway } = opened()
    const long = deferred()
    const first = scopes.hold(long.promise, Promise.resolve())
    await scopes.hold(Promise.reject(new Error('A page failed.')), Promise.resolve())
    await vi.advanceTimersByTimeAsync(60_000)
    expect(putAway).not.toHaveBeenCalled()
    long.end()
    await first
    await vi.advanceTimersByTimeAsync(900)
    const next = deferred()
    void scopes.hold(next.promise, Promise.resolve())
    await vi.advanceTimersByTimeAsync(60_000)
    expect(putAway).not.toHaveBeenCalled()
    next.end()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(putAway).toHaveBeenCalledOnce()
  })
})
