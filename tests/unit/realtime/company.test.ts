import { describe, expect, it, vi } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { LIMITS } from '../../../lib/kernel/limits'
import { LiveHub } from '../../../lib/realtime/live-hub'
import { markTyping, markTypingInput } from '../../../lib/realtime/mark-typing'
import type { NeighbourMessage, Neighbours } from '../../../lib/realtime/neighbours'
import { StreamSlots } from '../../../lib/realtime/stream-slots'
import { unlimited } from '../../support/memory/memory-ports'
import { Page, openPages } from './open-pages'

const plain = (page: Page) => page.news().map(({ event, data }) => ({ event, data }))
const active = (n: number) => ({ event: 'active', data: { active: n } })
const typing = (n: number) => ({ event: 'typing', data: { typing: n } })

describe('active', () => {
  it('is how many streams are open, told once a second and only when it changed', async () => {
    const { open, leave, tick } = await openPages()
    const first = await open()
    const [hello] = first.news()
    expect(hello).toMatchObject({ data: { active: 1 } })
    await tick()
    expect(first.text).toBe('')
    const [second, third] = [await open(), await open()]
    expect(third.news()).toMatchObject([{ event: 'hello', data: { active: 3 } }])
    await tick()
    expect(plain(first)).toEqual([active(3)])
    leave(second)
    leave(third)
    await tick()
    await tick()
    expect(plain(first)).toEqual([active(1)])
  })

  it('does not count a reader who left before they were greeted', async () => {
    const { hub, piece, open, deps } = await openPages()
    const page = new Page(deps.ids.random())
    const joining = hub.join(piece.id, page, null)
    page.gone = true
    await joining
    expect((await open()).news()).toMatchObject([{ data: { active: 1 } }])
    expect(page.text).toBe('')
  })
})

describe('typing', () => {
  const three = async () => {
    const pages = await openPages()
    const readers = [await pages.open(), await pages.open(), await pages.open()] as const
    await pages.tick()
    for (const page of readers) page.news()
    return { ...pages, readers }
  }

  it('is told to each as the number of others', async () => {
    const { hub, readers, tick } = await three()
    const [a, b, c] = readers
    hub.type(a.id)
    await tick()
    expect([plain(a), plain(b), plain(c)]).toEqual([[], [typing(1)], [typing(1)]])
    hub.type(b.id)
    await tick()
    expect([plain(a), plain(b), plain(c)]).toEqual([[typing(1)], [], [typing(2)]])
  })

  it('is told once while it goes on, and ends by itself six seconds after the last mark', async () => {
    const { hub, readers, tick } = await three()
    const [a, b] = readers
    for (let mark = 0; mark < 5; mark += 1) {
      hub.type(a.id)
      await tick()
      await tick()
    }
    expect(plain(b)).toEqual([typing(1)])
    for (let second = 0; second < 3; second += 1) await tick()
    expect(b.text).toBe('')
    await tick()
    expect(plain(b)).toEqual([typing(0)])
    expect(a.text).toBe('')
  })

  it('ends in the same moment whether they post, stop or leave', async () => {
    const endOf = async (how: 'post' | 'stop' | 'leave'): Promise<number> => {
      const { hub, readers, tick, leave, write, drain } = await three()
      const [a, b] = readers
      hub.type(a.id)
      await tick()
      if (how === 'post') await write()
      if (how === 'leave') leave(a)
      await drain()
      b.news()
      for (let second = 1; second < 20; second += 1) {
        await tick()
        if (plain(b).some(({ event }) => event === 'typing')) return second
      }
      return Number.NaN
    }
    expect(await endOf('stop')).toBe(5)
    expect(await endOf('post')).toBe(5)
    expect(await endOf('leave')).toBe(5)
  })

  it('is told to nobody who is alone, not even of a stream they had before', async () => {
    const { open, hub, leave, tick } = await openPages()
    const page = await open()
    page.news()
    hub.type(page.id)
    await tick()
    expect(page.text).toBe('')
    leave(page)
    const back = await open()
    await tick()
    expect(back.news()).toMatchObject([{ event: 'hello', data: { active: 1, typing: 0 } }])
  })

  it('is part of a newcomer’s greeting', async () => {
    const { hub, readers, tick, open } = await three()
    hub.type(readers[0].id)
    await tick()
    expect((await open()).news()).toMatchObject([{ event: 'hello', data: { active: 4, typing: 1 } }])
  })

  it('changes hands without a wrong number', async () => {
    const { hub, readers, tick } = await three()
    const [a, b, c] = readers
    hub.type(a.id)
    await tick()
    for (const page of readers) page.news()
    for (let second = 0; second < 4; second += 1) await tick()
    hub.type(b.id)
    await tick()
    expect([plain(a), plain(b), plain(c)]).toEqual([[typing(1)], [typing(0)], []])
  })
})

describe('saying that one types', () => {
  const client = { addressBlock: '203.0.113.7' }

  it('is answered alike for a stream that exists and one that does not', async () => {
    const { hub, open, deps } = await openPages()
    const page = await open()
    const deps2 = { limits: unlimited, live: hub }
    const known = await markTyping(deps2, { stream: page.id }, client)
    expect(await markTyping(deps2, { stream: deps.ids.random() }, client)).toEqual(known)
    expect(known.ok).toBe(true)
  })

  it('is limited for each stream; made-up streams take no room in the limiter', async () => {
    const { hub, open, deps } = await openPages()
    const page = await open()
    const limits = memoryLimits()
    const take = vi.spyOn(limits, 'take')
    for (let n = 0; n < LIMITS['typing.burst'].points; n += 1)
      expect((await markTyping({ limits, live: hub }, { stream: page.id }, client)).ok).toBe(true)
    expect(await markTyping({ limits, live: hub }, { stream: page.id }, client)).toMatchObject({
      error: { code: 'limited' },
    })
    take.mockClear()
    await markTyping({ limits, live: hub }, { stream: deps.ids.random() }, client)
    expect(take).not.toHaveBeenCalled()
  })

  it('is limited for each address where only another instance can know the stream: nobody floods the wire', async () => {
    const { deps } = await openPages()
    const [limits, type] = [memoryLimits(), vi.fn()]
    const live = { whereIs: () => 'perhaps elsewhere' as const, type }
    const made = () => markTyping({ limits, live }, { stream: deps.ids.random() }, client)
    const { points } = LIMITS['typing.elsewhere']
    for (let n = 0; n < points; n += 1) expect((await made()).ok).toBe(true)
    expect(await made()).toMatchObject({ error: { code: 'limited' } })
    expect(type).toHaveBeenCalledTimes(points)
  })

  it.each([{}, { stream: 1 }, { stream: '' }, { stream: 'x'.repeat(26) + '1' }, { stream: { not: '' } }])(
    'refuses %j',
    (input) => {
      expect(markTypingInput.safeParse(input).success).toBe(false)
    },
  )
})

describe('several instances', () => {
  /** Two hubs that hear each other. */
  const two = async () => {
    const pages = await openPages()
    const { deps, piece } = pages
    const ears = new Map<string, Parameters<Neighbours['hear']>[0]>()
    let silent = false
    const neighbours = (self: string): Neighbours => ({
      tell: (message: NeighbourMessage) => {
        if (!silent) for (const [name, hear] of ears) if (name !== self) hear(message, self)
      },
      hear: (listener) => {
        ears.set(self, listener)
        return () => ears.delete(self)
      },
    })
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const hubs = [neighbours('a'), neighbours('b')].map(
      (each) => new LiveHub({ ...deps, neighbours: each, log }),
    )
    const [here, there] = hubs as [LiveHub, LiveHub]
    const open = async (hub: LiveHub): Promise<Page> => {
      const page = new Page(deps.ids.random())
      await hub.join(piece.id, page, null)
      return page
    }
    const tick = (...which: readonly LiveHub[]): void => {
      deps.clock.advance(1_000)
      for (const hub of which) hub.tick()
    }
    return { here, there, open, tick, piece, deps, silence: () => (silent = true) }
  }

  it('add up who reads, and forget an instance that ended or fell silent', async () => {
    const { here, there, open, tick, silence } = await two()
    const page = await open(here)
    await open(there)
    await open(there)
    tick(there, here)
    expect(plain(page).at(-1)).toEqual(active(3))
    for (let second = 0; second < 30; second += 1) tick(there, here)
    expect(page.text).not.toContain('active')
    silence()
    for (let second = 0; second < 16; second += 1) tick(there, here)
    expect(plain(page).at(-1)).toEqual(active(1))
  })

  it('say so when they end', async () => {
    const { here, there, open, tick } = await two()
    const page = await open(here)
    const other = await open(there)
    tick(there, here)
    expect(plain(page).at(-1)).toEqual(active(2))
    there.close()
    expect(other.gone).toBe(true)
    tick(here)
    expect(plain(page)).toEqual([active(1)])
  })

  it('pass a mark on to whoever holds the stream, and count it everywhere', async () => {
    const { here, there, open, tick } = await two()
    const [reader, typist] = [await open(here), await open(there)]
    for (let second = 0; second < 2; second += 1) tick(there, here)
    reader.news()
    typist.news()
    expect(here.whereIs(typist.id)).toBe('perhaps elsewhere')
    here.type(typist.id)
    tick(there, here)
    expect(plain(reader)).toEqual([typing(1)])
    expect(typist.text).toBe('')
  })
})

describe('pings', () => {
  it('go to every stream every twenty seconds', async () => {
    const { open, tick } = await openPages()
    const page = await open()
    page.news()
    for (let second = 0; second < 60; second += 1) await tick()
    expect(page.text).toBe(': ping\n\n'.repeat(3))
  })
})

describe('the end', () => {
  it('ends every stream, and lets no new one in', async () => {
    const { open, hub } = await openPages()
    const page = await open()
    hub.close()
    expect(page.gone).toBe(true)
    expect((await open()).gone).toBe(true)
  })
})

describe('streams of one address block', () => {
  it('are as many as it may have, and become free again', () => {
    const slots = new StreamSlots(2)
    expect([slots.take('a'), slots.take('a'), slots.take('a'), slots.take('b')]).toEqual([
      true,
      true,
      false,
      true,
    ])
    slots.giveBack('a')
    expect([slots.take('a'), slots.take('a')]).toEqual([true, false])
  })
})
