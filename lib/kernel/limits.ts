import { DAY, HOUR, MINUTE } from './clock'
import type { Result } from './result'

/** Every limit of the product, in one place. `points` in `per` milliseconds for one key. */
export const LIMITS = {
  /** Comments of one address block. */
  'comment.burst': { points: 5, per: MINUTE },
  'comment.hour': { points: 30, per: HOUR },
  /** Comments on one article, whoever writes. */
  'comment.article': { points: 60, per: MINUTE },
  /** Posts of one address block that came back to their writer (a nudge, an error) and cost nothing. */
  'comment.retry': { points: 20, per: HOUR },
  /** Comments on the whole site, whoever writes: beyond it browsers are asked for a proof of work, and nobody is refused. */
  'site.calm': { points: 30, per: MINUTE },
  /** Tasks for a proof of work of one address block, and answers to one task. */
  'proof.ask': { points: 20, per: MINUTE },
  'proof.use': { points: 5, per: 20 * MINUTE },
  /** Recommends of one address block, and of one comment from one address block (households share one). */
  'recommend.burst': { points: 30, per: MINUTE },
  'recommend.comment': { points: 4, per: DAY },
  /** Reports of one address block. */
  'report.hour': { points: 20, per: HOUR },
  /** "Somebody is typing" of one live reader: once in two seconds while they type. */
  'typing.burst': { points: 40, per: MINUTE },
  /** The same of one address block about streams that only another instance can know: ten readers at most. */
  'typing.elsewhere': { points: 400, per: MINUTE },
  /** Mails that ask a mailbox for its consent, and asks of one address block: nobody is to be flooded by others. */
  'mail.ask': { points: 4, per: HOUR },
  'mail.ask.week': { points: 10, per: 7 * DAY },
  'mail.ask.address': { points: 10, per: HOUR },
  /** Sign-in attempts that failed: then 10 minutes, doubling. */
  'login.account': { points: 4, per: 10 * MINUTE },
  /** Passwords that somebody who is signed in types again, and wrong: then 10 minutes, doubling. */
  'confirm.account': { points: 4, per: 10 * MINUTE },
  /** Codes typed at the second step of one account: then 10 minutes, doubling. */
  'login.code': { points: 5, per: 10 * MINUTE },
  /** The same by whoever is signed in, doubling as well: a stranger with the password keeps nobody from changing it. */
  'confirm.code': { points: 5, per: 10 * MINUTE },
  /** Questions for passkeys, from one address block: each page to sign in at puts one. */
  'passkey.ask': { points: 60, per: 10 * MINUTE },
  'login.address': { points: 20, per: 10 * MINUTE },
  /** Questions to readers' search. */
  'search.address': { points: 30, per: MINUTE },
  /** Notes of reviewers, from one address block. */
  'note.address': { points: 30, per: HOUR },
  /** Invitations that somebody tries to accept. */
  'join.address': { points: 10, per: MINUTE },
  /** Claims at /setup. */
  'setup.address': { points: 10, per: MINUTE },
} as const satisfies Record<string, { points: number; per: number }>
/** Live streams that one address block may hold open at the same time. */
export const STREAMS_PER_ADDRESS = 10
/** Windows of the desk that one moderator may have open at the same time. */
export const DESK_STREAMS_PER_USER = 20
export type LimitName = keyof typeof LIMITS

/** Port: counts and refuses. Implemented over rate-limiter-flexible; `RATE_LIMITS=off` never refuses. */
export interface Limits {
  /** Takes one point. `limited` with `retryAfter` when none is left. */
  take(name: LimitName, key: string): Promise<Result<void>>
  /** Whether a point is left, taking none. */
  check(name: LimitName, key: string): Promise<Result<void>>
  /** Gives one point back: what it was taken for did not happen. */
  giveBack(name: LimitName, key: string): Promise<void>
  /** Gives the key a clean slate (a sign-in that succeeded). */
  forget(name: LimitName, key: string): Promise<void>
}
