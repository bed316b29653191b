import type { Effect } from '../../lib/kernel/effect'
import type { Log } from '../../lib/kernel/log'
import type { House } from './open-house'

/** Tells hub and search engines of changes: each as an effect of its own, tried again as long as it makes sense. */
export const announcer =
  (
    { stet, outboxStore }: Pick<House, 'stet' | 'outboxStore'>,
    { log, origin }: { readonly log: Log; readonly origin: string },
  ) =>
  async (effect: Effect): Promise<void> => {
    if (effect.kind !== 'article.told') {
      const planned = await stet.feeds.planAnnouncements(effect)
      if (planned.length > 0) await outboxStore.queue(planned, stet.ports.clock.now())
      return
    }
    const why = await stet.feeds.announce(effect, origin)
    if (why !== null) log.warn({ to: effect.to, why }, 'Nobody takes news of changes there: see the settings')
  }
