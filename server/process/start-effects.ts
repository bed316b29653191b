import type { Effect } from '../../lib/kernel/effect'
import type { Log } from '../../lib/kernel/log'
import type { EffectBus } from '../../lib/outbox/effect-bus'
import { dateDecisions } from '../../lib/db/date-decisions'
import { drainOutbox, pruneOutbox } from '../../lib/outbox/run-outbox'
import type { PagePress } from '../press/page-press'
import type { House } from './open-house'
import { type Worker, startOutboxWorker } from './outbox-worker'
import type { SearchWorker } from './search-worker'

/** How often the outbox is looked into: what somebody decides is on every open page within a second or two. */
const OUTBOX_MS = 250

const OUTBOX = 'outbox'

/** What the effects of changes are told to. */
interface Told {
  readonly bus: EffectBus
  readonly press: PagePress
  readonly search: SearchWorker
}

/** Carries out what changes have caused: on every page at once, by mail, in our own index; says what to tell elsewhere. */
export const startEffects = (
  { log }: { readonly log: Log },
  { stet, outboxStore, database }: Pick<House, 'stet' | 'outboxStore' | 'database'>,
  { bus, press, search }: Told,
): Worker => {
  const { clock } = stet.ports
  const once = async (effect: Effect): Promise<void> => {
    await stet.mail.carry(effect)
    const news = await stet.feeds.planAnnouncements(effect)
    if (news.length > 0) await outboxStore.queue(news, clock.now())
    search.heard(effect)
  }
  const deps = { outboxStore, bus, clock, log, once }
  /** At the start and once an hour: what an older build that still runs leaves out is as late as that. */
  const prune = async (): Promise<void> => {
    await pruneOutbox(deps)
    await dateDecisions(database)
  }
  return startOutboxWorker(
    { drain: () => drainOutbox(deps, 'here'), prune },
    {
      ...{ everyMs: OUTBOX_MS, log, now: () => clock.now() },
      foreignVersion: () => database.foreignVersion(),
      // What a command beside us, or another instance, has changed may not reach us meanwhile.
      onTrouble: (isFailing) => (isFailing ? press.doubt(OUTBOX) : press.trust(OUTBOX)),
    },
  )
}
