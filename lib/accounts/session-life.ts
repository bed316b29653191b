import type { Role } from '../kernel/actor'
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/clock'

/** However busy, a session ends after this: the life of its cookie. */
export const SESSION_MAX_AGE = 90 * DAY
/** A request this soon after the last one is not written down. */
export const TOUCH_AFTER = MINUTE

/** Time without a request after which a session ends: staff hold keys to other people's words. */
const IDLE: Readonly<Record<Role, number>> = {
  owner: 12 * HOUR,
  editor: 12 * HOUR,
  writer: 12 * HOUR,
  moderator: 12 * HOUR,
  member: 30 * DAY,
}

/** When a session seen `now` ends if it is not seen again. */
export const sessionEnd = (role: Role, { createdAt, now }: { createdAt: Instant; now: Instant }): Instant =>
  Math.min(now + IDLE[role], createdAt + SESSION_MAX_AGE)
