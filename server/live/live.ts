import type { Stet } from '../../lib/compose'
import type { Env } from '../../lib/env'
import type { Log } from '../../lib/kernel/log'
import { DESK_STREAMS_PER_USER, STREAMS_PER_ADDRESS } from '../../lib/kernel/limits'
import type { EffectBus } from '../../lib/outbox/effect-bus'
import { DeskHub } from '../../lib/realtime/desk/desk-hub'
import { LiveHub } from '../../lib/realtime/live-hub'
import type { Neighbours } from '../../lib/realtime/neighbours'
import { StreamSlots } from '../../lib/realtime/stream-slots'

/** The one timer of all streams: sums, pings and what grows old. */
const TICK_MS = 1_000

/** What is live in this process. */
export interface Live {
  readonly hub: LiveHub
  readonly slots: StreamSlots
  /** Moderators at work, and the windows each of them may have open. */
  readonly desk: DeskHub
  readonly deskSlots: StreamSlots
  /** Ends every stream at once: none of them would end by itself. */
  close(): void
}

/** The rooms of open pages and of the desk, told by the bus. */
export const startLive = (
  { ports }: Pick<Stet, 'ports'>,
  bus: EffectBus & Neighbours,
  { env, log }: { readonly env: Pick<Env, 'rateLimits'>; readonly log: Log },
): Live => {
  const hub = new LiveHub({ ...ports, neighbours: bus, log })
  const desk = new DeskHub({ ...ports, neighbours: bus, log })
  const rooms = [hub, desk]
  bus.subscribe((effect) => rooms.forEach((room) => room.hear(effect)))
  bus.onGap(() => rooms.forEach((room) => room.reset()))
  const timer = setInterval(() => rooms.forEach((room) => room.tick()), TICK_MS)
  timer.unref()
  return {
    hub,
    desk,
    deskSlots: new StreamSlots(DESK_STREAMS_PER_USER),
    slots: new StreamSlots(env.rateLimits ? STREAMS_PER_ADDRESS : Number.POSITIVE_INFINITY),
    close: () => {
      clearInterval(timer)
      rooms.forEach((room) => room.close())
    },
  }
}
