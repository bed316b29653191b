import type { Draft } from '../../comments/screening'
import { DAY, MINUTE } from '../../kernel/clock'
import { type AuthorRecord, NOTHING_DONE } from '../screening-reader'
import type { CheckPorts } from './check'

/** How far back a record counts: whoever behaved badly last year is somebody else by now. */
export const RECORD_DAYS = 7
/** How far back speed is measured. */
export const SPEED_MINUTES = 10

const asked = new WeakMap<Draft, Promise<AuthorRecord>>()

/** What a proven identity has done here; checks and queue ask, the store is asked once. Somebody new has done nothing. */
export const authorRecord = (
  draft: Draft,
  { screeningReader }: Pick<CheckPorts, 'screeningReader'>,
): Promise<AuthorRecord> => {
  const { author, at, commentId } = draft
  if (author.kind !== 'guest' && author.kind !== 'user') return Promise.resolve(NOTHING_DONE)
  const known = asked.get(draft)
  if (known) return known
  const who = author.kind === 'guest' ? { guestId: author.guestId } : { userId: author.userId }
  const since = { decided: at - RECORD_DAYS * DAY, written: at - SPEED_MINUTES * MINUTE }
  const record = screeningReader.author(who, since, commentId)
  asked.set(draft, record)
  return record
}
