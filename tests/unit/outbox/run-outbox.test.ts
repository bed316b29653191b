import { describe, expect, it, vi } from 'vitest'
import { inProcessBus } from '../../../lib/adapters/in-process-bus'
import { DAY, MINUTE, SECOND } from '../../../lib/kernel/clock'
import type { Effect } from '../../../lib/kernel/effect'
import { drainOutbox, pruneOutbox } from '../../../lib/outbox/run-outbox'
import { memoryPorts } from '../../support/memory/memory-ports'

const setting = () => {
  const { tables, outboxStore, clock } = memoryPorts()
  const bus = inProcessBus()
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const queue = (...names: string[]): void =>
    tables.queue(names.map((key) => ({ key, effect: { kind: 'settings.changed', key } })))
  return { tables, clock, bus, queue, deps: { outboxStore, bus, clock, log }, log }
}

const nameOf = (effect: Effect): string => (effect.kind === 'settings.changed' ? effect.key : effect.kind)

describe('the outbox', () => {
  it('carries everything out once, in the order of its causes', async () => {
    const { bus, queue, deps } = setting()
    const seen: string[] = []
    bus.subscribe((effect) => seen.push(nameOf(effect)))
    const names = Array.from({ length: 250 }, (_, i) => `n${i}`)
    queue(...names)
    expect(await drainOutbox(deps)).toBe(250)
    expect(seen).toEqual(names)
    expect(await drainOutbox(deps)).toBe(0)
  })

  it('tries what failed again later, and does not hold up the rest', async () => {
    const { bus, queue, deps, clock, log } = setting()
    const seen: string[] = []
    let broken = true
    bus.subscribe((effect) => {
      if (broken && nameOf(effect) === 'b') throw new Error('no')
      seen.push(nameOf(effect))
    })
    queue('a', 'b', 'c')
    await drainOutbox(deps)
    expect(seen).toEqual(['a', 'c'])
    expect(log.warn).toHaveBeenCalledTimes(1)
    broken = false
    await drainOutbox(deps)
    expect(seen).toEqual(['a', 'c'])
    clock.advance(MINUTE + SECOND)
    await drainOutbox(deps)
    expect(seen).toEqual(['a', 'c', 'b'])
  })

  it('keeps nobody here waiting for somebody elsewhere', async () => {
    const { tables, queue, deps } = setting()
    const told = { kind: 'article.told', to: 'hub', articleId: 'p', slugs: [], since: 0 } as const
    tables.queue(['x', 'y'].map((key) => ({ key, effect: told })))
    queue('a')
    const seen: string[] = []
    let answer = (): void => {}
    const once = (effect: Effect): Promise<void> => {
      seen.push(nameOf(effect))
      const waits = effect.kind === 'article.told'
      return waits ? new Promise((resolve) => (answer = resolve)) : Promise.resolve()
    }
    let goesOn = true
    const elsewhere = drainOutbox({ ...deps, once }, 'elsewhere', () => goesOn)
    expect(await drainOutbox({ ...deps, once }, 'here')).toBe(1)
    expect(seen).toEqual(['article.told', 'a'])
    // Whoever stops waits for the one under way, and for no other.
    goesOn = false
    answer()
    expect(await elsewhere).toBe(1)
    expect(seen).toHaveLength(2)
  })

  it('takes over what a worker that died had taken on', async () => {
    const { bus, queue, deps, clock } = setting()
    const seen: string[] = []
    bus.subscribe((effect) => seen.push(nameOf(effect)))
    queue('a')
    await deps.outboxStore.lease(clock.now(), 10, 30 * SECOND)
    await drainOutbox(deps)
    expect(seen).toEqual([])
    clock.advance(31 * SECOND)
    await drainOutbox(deps)
    expect(seen).toEqual(['a'])
  })

  it('forgets what was carried out a week ago', async () => {
    const { queue, deps, clock } = setting()
    queue('a')
    await drainOutbox(deps)
    expect(await pruneOutbox(deps)).toBe(0)
    clock.advance(8 * DAY)
    expect(await pruneOutbox(deps)).toBe(1)
  })
})

describe('the bus', () => {
  it('stops telling whoever stopped listening', () => {
    const bus = inProcessBus()
    const heard = vi.fn()
    const stop = bus.subscribe(heard)
    bus.publish({ kind: 'settings.changed', key: 'site' })
    stop()
    bus.publish({ kind: 'settings.changed', key: 'site' })
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
