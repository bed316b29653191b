import { z } from 'zod'
import type { Instant } from '../kernel/clock'
import { invalidFields } from '../kernel/field-problems'
import { type Result, ok } from '../kernel/result'
import { isZone, momentsOf, readWallTime } from '../kernel/wall-time'

/** A moment as somebody types it: what their clock will show, and where that clock hangs. */
export const wallFields = {
  date: z.string().max(20),
  time: z.string().max(20),
  /** IANA name. */
  zone: z.string().max(64),
  /** Which of the two, in the hour that comes twice. */
  which: z.enum(['', 'first', 'second']).optional(),
}

/**
 * A moment as it stands on the clocks of a zone: `2026-11-28`, `09:30`, IANA name. `which` of the two, where the clock
 * shows it twice.
 */
export interface TypedMoment {
  readonly date: string
  readonly time: string
  readonly zone: string
  readonly which?: '' | 'first' | 'second' | undefined
}

/** The moment that is meant. In the hour that is skipped there is none; in the hour that comes twice somebody must say which. */
export const readMoment = ({ date, time, zone, which }: TypedMoment): Result<Instant> => {
  if (!isZone(zone)) return invalidFields({ zone: 'Choose a time zone such as Europe/Vienna.' })
  const wall = readWallTime(date, time.slice(0, 5))
  if (!wall) return invalidFields({ date: 'Choose a day and a time, such as 2027-03-28 and 09:00.' })
  const [first, second] = momentsOf(wall, zone)
  if (first === undefined) {
    return invalidFields({
      time: `The clocks in ${zone} are put forward that night: there is no ${wall.time} on ${wall.date}. Choose another time.`,
    })
  }
  if (second === undefined) return ok(first)
  if (which === 'first') return ok(first)
  if (which === 'second') return ok(second)
  return invalidFields({
    which: `The clocks in ${zone} are put back that night: ${wall.time} comes twice on ${wall.date}. Choose which one you mean.`,
  })
}
