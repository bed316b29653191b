import { DAY, HOUR, type Instant, MINUTE } from '../kernel/clock'
import type { AddressFacts } from './mail-log'

/** News wait so long, so that a mistaken decision can be undone before anybody reads of it. */
export const UNDO_WINDOW = MINUTE
/** More mails than this in a day, and the next comes a day later. */
export const BUSY_MAILS = 10
/** Questions one address gets in a week, however often it is typed. */
export const QUESTIONS_A_WEEK = 10

/**
 * From when on an address may get its next mail with news: at once when it was quiet for an hour; else everything goes
 * together an hour after the last one, or a day after it when there were many.
 */
export const nextMailAt = ({ lastAt, mailsThatDay }: AddressFacts): Instant =>
  lastAt === null ? 0 : lastAt + (mailsThatDay > BUSY_MAILS ? DAY : HOUR)
