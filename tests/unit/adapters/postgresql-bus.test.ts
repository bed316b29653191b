import { describe, expect, it } from 'vitest'
import { postgresqlBus } from '../../../lib/adapters/postgresql-bus'
import type { WireListeners } from '../../../lib/db/postgresql-wire'
import type { NeighbourMessage } from '../../../lib/realtime/neighbours'

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** Two instances on one wire, as PostgreSQL is one: everybody hears everything. */
const two = async () => {
  const ears: WireListeners[] = []
  const say = (payload: string) => ears.forEach(({ onMessage }) => onMessage(payload))
  const connect = async (listeners: WireListeners) => {
    ears.push(listeners)
    return { send: async (payload: string) => say(payload), close: async () => {} }
  }
  return { a: await postgresqlBus({ connect, log }), b: await postgresqlBus({ connect, log }), say }
}

describe('several instances on one wire', () => {
  it.each<NeighbourMessage>([
    { kind: 'presence', counts: [{ articleId: 'piece', active: 2, typing: 1 }] },
    { kind: 'presence', counts: [] },
    { kind: 'typing', stream: 'stream' },
    {
      kind: 'desk',
      people: [
        {
          userId: 'u',
          name: 'Ada',
          stream: 's',
          cards: [{ commentId: 'c', at: 1_764_000_000_000, until: 2 }],
        },
      ],
      left: ['gone'],
    },
  ])('tell each other %j, and themselves nothing', async (message) => {
    const { a, b } = await two()
    const [toA, toB]: [unknown[], unknown[]] = [[], []]
    a.hear((heard) => toA.push(heard))
    b.hear((heard) => toB.push(heard))
    a.tell(message)
    expect([toA, toB]).toEqual([[], [message]])
  })

  it('hear an effect once each, the publisher included', async () => {
    const { a, b } = await two()
    const effect = { kind: 'comment.recommended', commentId: 'c', articleId: 'p' } as const
    const heard: unknown[] = []
    for (const bus of [a, b]) bus.subscribe((one) => heard.push(one))
    await a.publish(effect)
    expect(heard).toEqual([effect, effect])
  })

  it.each([
    '',
    'x',
    'null',
    '{}',
    '{"effect":{}}',
    '{"effect":{"kind":"later"}}',
    '{"from":"x"}',
    '{"from":"x","message":{}}',
  ])('leave %j alone, which another version may have said', async (payload) => {
    const { a, say } = await two()
    const heard: unknown[] = []
    a.subscribe((effect) => heard.push(effect))
    a.hear((message) => heard.push(message))
    say(payload)
    expect(heard).toEqual([])
  })
})
