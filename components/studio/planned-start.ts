import type { StudioArticleView } from '@/lib/articles/article-view'
import { HOUR, type Instant } from '@/lib/kernel/clock'
import { wallTimeAt } from '@/lib/kernel/wall-time'
import type { ScheduleStart } from './publish-forms'

/** When a piece is to appear, as far as it is planned. */
export interface Planned {
  /** ISO 8601 UTC; null while nothing is planned. */
  readonly at: string | null
  /** IANA name of the zone whose clocks it was planned by, else the publication's. */
  readonly zone: string
  /** What the form that schedules it begins with: what is planned, or tomorrow at the next full hour. */
  readonly start: ScheduleStart
}

/** `scheduledIn` is the zone of the last planning, where one is known. */
export const plannedStart = (
  { status, publishedAt }: Pick<StudioArticleView, 'status' | 'publishedAt'>,
  { scheduledIn, zone, now }: { scheduledIn: string | null; zone: string; now: Instant },
): Planned => {
  const at = status === 'scheduled' && publishedAt ? publishedAt : null
  const plannedIn = (at === null ? null : scheduledIn) ?? zone
  const start = at === null ? Math.ceil(now / HOUR) * HOUR + 24 * HOUR : Date.parse(at)
  return { at, zone: plannedIn, start: { ...wallTimeAt(start, plannedIn), zone: plannedIn } }
}
