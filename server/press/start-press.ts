import type { Stet } from '../../lib/compose'
import type { Env } from '../../lib/env'
import { withoutQuery } from '../../lib/http/without-query'
import { DatabaseDamaged } from '../../lib/kernel/database-damaged'
import type { Effect } from '../../lib/kernel/effect'
import type { Log } from '../../lib/kernel/log'
import type { EffectBus } from '../../lib/outbox/effect-bus'
import type { StoredEffects } from '../../lib/outbox/tell-stored'
import { staleBy } from '../../lib/press/stale'
import { PagePress } from './page-press'

interface Sources {
  readonly env: Pick<Env, 'pressBytes' | 'mode'>
  readonly stet: Pick<Stet, 'ports'>
  readonly stored: Pick<StoredEffects, 'subscribe'>
  readonly bus: EffectBus
  readonly log: Log
}

const BUS = 'bus'

/**
 * The press of this process. It hears of a change twice: when it is stored here, so that its writer sees it, and by
 * the bus, wherever it was stored. While the bus is broken nothing is believed for longer than a second.
 */
export const startPress = ({ env, stet, stored, bus, log }: Sources): PagePress => {
  const { articleReader, clock } = stet.ports
  const press = new PagePress({
    // Hot reload wants every page anew.
    budget: env.mode === 'development' ? 0 : env.pressBytes,
    clock,
    nextChange: (now) => articleReader.nextChange(now),
    onTrouble: (error, key) => {
      // Told of once, and not with every page that is shown.
      if (error instanceof DatabaseDamaged) return
      log.warn(
        { page: withoutQuery(key), error: String(error) },
        'A page could not be made; the old one is shown',
      )
    },
  })
  const hear = (effect: Effect): void => press.stale(staleBy(effect))
  stored.subscribe((effects, ahead) => {
    effects.forEach(hear)
    for (const at of ahead) press.foresee(at)
  })
  bus.subscribe(hear)
  bus.onBreak(() => press.doubt(BUS))
  bus.onGap(() => {
    press.suspect()
    press.trust(BUS)
  })
  return press
}
