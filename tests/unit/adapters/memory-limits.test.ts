import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { noLimits } from '../../../lib/adapters/no-limits'
import { MINUTE, SECOND } from '../../../lib/kernel/clock'
import { LIMITS, type LimitName, type Limits } from '../../../lib/kernel/limits'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const take = async (limits: Limits, name: LimitName, times: number): Promise<boolean[]> => {
  const taken: boolean[] = []
  for (let i = 0; i < times; i += 1) taken.push((await limits.take(name, 'k')).ok)
  return taken
}

const secondsToWait = async (limits: Limits, name: LimitName): Promise<number> => {
  const taken = await limits.take(name, 'k')
  return taken.ok ? 0 : (taken.error.retryAfter ?? -1)
}

describe('limits in memory', () => {
  it.each(Object.keys(LIMITS) as LimitName[])('%s gives its points and then refuses', async (name) => {
    const limits = memoryLimits()
    const { points } = LIMITS[name]
    expect(await take(limits, name, points)).not.toContain(false)
    const refused = await limits.take(name, 'k')
    expect(refused).toMatchObject({ ok: false, error: { code: 'limited' } })
    expect((await limits.take(name, 'somebody else')).ok).toBe(true)
  })

  it('gives new points when the time is over', async () => {
    const limits = memoryLimits()
    await take(limits, 'comment.burst', 6)
    expect(await secondsToWait(limits, 'comment.burst')).toBe(60)
    vi.advanceTimersByTime(MINUTE + SECOND)
    expect(await take(limits, 'comment.burst', 5)).not.toContain(false)
  })

  it('checks without taking', async () => {
    const limits = memoryLimits()
    for (let i = 0; i < 50; i += 1) expect((await limits.check('comment.burst', 'k')).ok).toBe(true)
    await take(limits, 'comment.burst', 5)
    expect((await limits.check('comment.burst', 'k')).ok).toBe(false)
    vi.advanceTimersByTime(MINUTE + SECOND)
    expect((await limits.check('comment.burst', 'k')).ok).toBe(true)
  })

  it('gives back what was taken for nothing', async () => {
    const limits = memoryLimits()
    await take(limits, 'comment.burst', 5)
    await limits.giveBack('comment.burst', 'k')
    expect(await take(limits, 'comment.burst', 2)).toEqual([true, false])
  })

  it.each(['login.account', 'confirm.account', 'login.code', 'confirm.code'] as const)(
    'makes %s wait ten minutes, then twenty, then forty',
    async (name) => {
      const limits = memoryLimits()
      for (const minutes of [10, 20, 40]) {
        expect(await take(limits, name, LIMITS[name].points)).not.toContain(false)
        expect(await secondsToWait(limits, name)).toBe(minutes * 60)
        // Trying on does not make it longer.
        vi.advanceTimersByTime(MINUTE)
        expect(await secondsToWait(limits, name)).toBe((minutes - 1) * 60)
        vi.advanceTimersByTime(minutes * MINUTE)
      }
    },
  )

  it('starts anew after a sign-in that succeeded', async () => {
    const limits = memoryLimits()
    await take(limits, 'login.account', 5)
    await limits.forget('login.account', 'k')
    expect(await take(limits, 'login.account', 4)).not.toContain(false)
    expect(await secondsToWait(limits, 'login.account')).toBe(600)
  })

  it('counts parallel attempts like attempts in a row', async () => {
    const limits = memoryLimits()
    const taken = await Promise.all(Array.from({ length: 50 }, () => limits.take('login.account', 'k')))
    expect(taken.filter(({ ok }) => ok)).toHaveLength(4)
  })

  it('tells people in words', async () => {
    const limits = memoryLimits()
    await take(limits, 'comment.hour', 30)
    const refused = await limits.take('comment.hour', 'k')
    expect(refused.ok || refused.error.message).toBe('That was too often. Please try again in 60 minutes.')
  })
})

it('switched off, nothing is refused', async () => {
  expect(await take(noLimits, 'login.account', 100)).not.toContain(false)
})
