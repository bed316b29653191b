import { DAY, HOUR, type Instant, MINUTE } from '../kernel/clock'

/** A length of time as one speaks of it, never shorter than it is: "within 2 hours". */
export const waitWords = (wait: Instant): string => {
  if (wait <= 10 * MINUTE) return 'within a few minutes'
  if (wait <= HOUR) return 'within an hour'
  const hours = Math.ceil(wait / HOUR)
  if (hours < 24) return `within ${hours} hours`
  const days = Math.ceil(wait / DAY)
  return days === 1 ? 'within a day' : `within ${days} days`
}
