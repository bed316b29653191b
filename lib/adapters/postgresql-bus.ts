import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { WIRE_MAX, type Wire, type WireListeners } from '../db/postgresql-wire'
import type { Effect } from '../kernel/effect'
import type { Log } from '../kernel/log'
import type { EffectListener } from '../outbox/effect-bus'
import { parseEffect } from '../outbox/parse-effect'
import type { NeighbourMessage } from '../realtime/neighbours'
import type { InstanceBus } from './in-process-bus'

const count = z.number().int().min(0)
const neighbourMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('presence'),
    counts: z.array(z.strictObject({ articleId: z.string(), active: count, typing: count })),
  }),
  z.strictObject({ kind: z.literal('typing'), stream: z.string() }),
  z.strictObject({
    kind: z.literal('desk'),
    people: z.array(
      z.strictObject({
        userId: z.string(),
        name: z.string(),
        stream: z.string(),
        cards: z.array(z.strictObject({ commentId: z.string(), at: count, until: count })),
      }),
    ),
    left: z.array(z.string()),
  }),
])
const envelope = z.union([
  z.strictObject({ effect: z.unknown() }),
  z.strictObject({ from: z.string(), message: neighbourMessage }),
])

/** Null for what only an instance of another version understands. */
const open = (payload: string) => {
  try {
    const letter = envelope.parse(JSON.parse(payload))
    return 'effect' in letter ? { effect: parseEffect(letter.effect) } : letter
  } catch {
    return null
  }
}

const fits = (text: string): boolean => Buffer.byteLength(text) <= WIRE_MAX

/** A piece that had very many addresses is told of in halves. */
const lettersOf = (effect: Effect): readonly string[] => {
  const letter = JSON.stringify({ effect })
  if (fits(letter) || effect.kind !== 'article.changed' || effect.slugs.length < 2) return [letter]
  const middle = effect.slugs.length >> 1
  return [effect.slugs.slice(0, middle), effect.slugs.slice(middle)].flatMap((slugs) =>
    lettersOf({ ...effect, slugs }),
  )
}

interface Deps {
  readonly connect: (listeners: WireListeners) => Promise<Wire>
  readonly log: Log
}

/**
 * Several instances on one PostgreSQL. What one publishes reaches the listeners of all, its own included, by the same
 * road and once each. While the connection is broken nothing can be published, and `onGap` follows when it is back.
 */
export const postgresqlBus = async ({ connect, log }: Deps): Promise<InstanceBus> => {
  const self = randomBytes(9).toString('base64url')
  const listeners = new Set<EffectListener>()
  const gapListeners = new Set<() => void>()
  const breakListeners = new Set<() => void>()
  const neighbours = new Set<(message: NeighbourMessage, from: string) => void>()

  const missed = (): void => {
    for (const listener of gapListeners) listener()
  }
  const carryOut = (effect: Effect): void => {
    try {
      for (const listener of listeners) listener(effect)
    } catch (error) {
      // The publisher cannot repeat it for us alone.
      log.error({ effect, error: String(error) }, 'A listener failed on an effect')
      missed()
    }
  }
  const receive = (payload: string): void => {
    const letter = open(payload)
    if (letter === null) return
    if ('effect' in letter) return carryOut(letter.effect)
    if (letter.from === self) return
    for (const listener of neighbours) listener(letter.message, letter.from)
  }

  const wire = await connect({
    onMessage: receive,
    onGap: () => {
      log.info({}, 'The connection between the instances is back')
      missed()
    },
    onTrouble: (error) => {
      log.warn({ error: String(error) }, 'The connection between the instances broke')
      for (const listener of breakListeners) listener()
    },
  })
  const listen = <L>(set: Set<L>, listener: L): (() => void) => {
    set.add(listener)
    return () => set.delete(listener)
  }

  return {
    publish: async (effect) => {
      for (const letter of lettersOf(effect)) await wire.send(letter)
    },
    subscribe: (listener) => listen(listeners, listener),
    onBreak: (listener) => listen(breakListeners, listener),
    onGap: (listener) => listen(gapListeners, listener),
    tell: (message) => {
      wire.send(JSON.stringify({ from: self, message })).catch(() => {})
    },
    hear: (listener) => listen(neighbours, listener),
    close: () => wire.close(),
  }
}
