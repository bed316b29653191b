import type { Actor } from '../kernel/actor'
import { DAY, type Instant } from '../kernel/clock'
import { readWallTime, momentsOf, wallTimeAt } from '../kernel/wall-time'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/** What the desk did since midnight of the publication's clocks. */
export interface DayNumbers {
  readonly decided: number
  readonly approved: number
  readonly turnedAway: number
  /** Of the one who looks. */
  readonly yours: number
}

type Deps = Pick<Ports, 'statisticsReader' | 'settingsStore' | 'clock'>

const TURNED_AWAY: ReadonlySet<string> = new Set(['reject', 'spam'])

/** The last midnight a zone's clocks showed; where they skipped it, a day ago. */
const midnight = (now: Instant, zone: string): Instant => {
  const wall = readWallTime(wallTimeAt(now, zone).date, '00:00')
  return (wall && momentsOf(wall, zone)[0]) ?? now - DAY
}

/** For the calm of an empty queue. Null for whoever may not see the desk. */
export const dayNumbers = async (
  { statisticsReader, settingsStore, clock }: Deps,
  actor: Actor,
): Promise<DayNumbers | null> => {
  if (actor.kind !== 'user' || !can(actor, 'open.desk')) return null
  const { settings } = await settingsStore.read()
  const now = clock.now()
  const rows = await statisticsReader.decisions({ from: midnight(now, settings.timeZone), until: now + 1 })
  const sum = (fits: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(fits).reduce((all, { decisions }) => all + decisions, 0)
  return {
    decided: sum(() => true),
    approved: sum(({ move }) => move === 'approve'),
    turnedAway: sum(({ move }) => TURNED_AWAY.has(move)),
    yours: sum(({ userId }) => userId === actor.userId),
  }
}
