import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveLine } from '@/components/islands/parts/live/live-line'
import { FakeEventSource, withStreams } from './fake-event-source'
import { type Answer, serve } from './page'

const PATH = '/articles/the-ferry'

beforeEach(() => {
  vi.useFakeTimers()
  withStreams()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const lineTo = (answers: Readonly<Record<string, () => Answer>> = {}) => {
  const fetched = serve(answers)
  const heard: [string, unknown][] = []
  const line = new LiveLine(PATH, (name, data) => heard.push([name, data]))
  line.open()
  return { line, heard, fetched }
}
const hello = { stream: 's', count: 3, active: 2, typing: 0 }
const polls = (fetched: ReturnType<typeof serve>) => fetched.mock.calls.map(([address]) => String(address))
const failThrice = async (): Promise<void> => {
  for (let i = 0; i < 3; i += 1) {
    FakeEventSource.last.fail(FakeEventSource.CLOSED)
    await vi.advanceTimersByTimeAsync(3_000)
  }
}

describe('the line to the server', () => {
  it('tells what the stream says, in order, and nothing that is no JSON', () => {
    const { heard } = lineTo()
    expect(FakeEventSource.last.url).toBe(`${PATH}/live`)
    FakeEventSource.last.say('hello', hello, 'b-1')
    FakeEventSource.last.say('appeared', { id: 'c1' }, 'b-2')
    FakeEventSource.last.say('active', 'not JSON')
    expect(heard).toEqual([
      ['hello', hello],
      ['appeared', { id: 'c1' }],
      ['active', {}],
    ])
  })

  it('is one line, however often it is opened, and goes on where it was', () => {
    const { line } = lineTo()
    line.open()
    expect(FakeEventSource.all).toHaveLength(1)
    FakeEventSource.last.say('hello', hello, 'b-1')
    FakeEventSource.last.say('typing', { typing: 1 })
    line.close()
    expect(FakeEventSource.last.readyState).toBe(FakeEventSource.CLOSED)
    line.open()
    expect(FakeEventSource.last.url).toBe(`${PATH}/live?last=b-1`)
  })

  it('lets the browser try again by itself while that may help', async () => {
    lineTo()
    FakeEventSource.last.say('hello', hello, 'b-1')
    FakeEventSource.last.fail(FakeEventSource.CONNECTING)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(FakeEventSource.all).toHaveLength(1)
    FakeEventSource.last.say('hello', hello, 'b-1')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeEventSource.all).toHaveLength(1)
  })

  it('tries again after a while when it was refused', async () => {
    lineTo()
    FakeEventSource.last.say('hello', hello, 'b-7')
    FakeEventSource.last.fail(FakeEventSource.CLOSED)
    expect(FakeEventSource.all).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(FakeEventSource.all).toHaveLength(2)
    expect(FakeEventSource.last.url).toBe(`${PATH}/live?last=b-7`)
  })

  it('polls after three failures, and tells the same', async () => {
    let next = 1
    const { heard, fetched } = lineTo({
      [`GET ${PATH}/live.json?since=`]: () =>
        Response.json({ last: 'b-1', count: 3, active: 2, typing: 0, reset: false, events: [] }),
      [`GET ${PATH}/live.json?since=b-1`]: () =>
        Response.json({
          ...{ last: `b-${(next += 1)}`, count: 4, active: 2, typing: 1, reset: true },
          events: [{ id: 'b-2', event: 'appeared', data: { id: 'c1', count: 4 } }],
        }),
      [`GET ${PATH}/live.json?since=b-2`]: () => new Response('', { status: 500 }),
    })
    await failThrice()
    expect(FakeEventSource.all).toHaveLength(3)
    expect(heard).toEqual([['hello', { count: 3, active: 2, typing: 0 }]])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(heard.slice(1)).toEqual([
      ['hello', { count: 4, active: 2, typing: 1 }],
      ['reset', {}],
      ['appeared', { id: 'c1', count: 4 }],
    ])
    // A poll that failed is not the last one.
    await vi.advanceTimersByTimeAsync(60_000)
    expect(polls(fetched).filter((address) => address.endsWith('since=b-2')).length).toBeGreaterThan(1)
  })

  it('polls, too, when something on the way holds the stream back', async () => {
    const { fetched } = lineTo({ [`GET ${PATH}/live.json?since=`]: () => Response.json({ last: 'b-1' }) })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(FakeEventSource.last.readyState).toBe(FakeEventSource.CLOSED)
    expect(polls(fetched)).toEqual([`${PATH}/live.json?since=`])
  })

  it('returns to the stream after some time of polling', async () => {
    lineTo()
    await failThrice()
    await vi.advanceTimersByTimeAsync(20 * 20_000)
    expect(FakeEventSource.all.length).toBeGreaterThan(3)
  })

  it('does nothing while it is closed', async () => {
    const { line, fetched } = lineTo()
    await failThrice()
    line.close()
    const [streams, asked] = [FakeEventSource.all.length, fetched.mock.calls.length]
    await vi.advanceTimersByTimeAsync(600_000)
    expect([FakeEventSource.all.length, fetched.mock.calls.length]).toEqual([streams, asked])
    expect(vi.getTimerCount()).toBe(0)
  })
})
