import type { QueueShift } from '../comments/desk-facts'
import { HOUR, type Instant, MINUTE } from '../kernel/clock'

/** What is known of a text when it takes its place in the queue. */
export interface PlaceFacts {
  readonly at: Instant
  readonly isReply: boolean
  /** Since when readers see the piece; null when they do not. */
  readonly publishedAt: Instant | null
  /** Earlier comments of this proven identity. */
  readonly approved: number
  readonly turnedAway: number
  /** Checks that found something in the text itself. */
  readonly objections: number
  readonly isFlood: boolean
  /** Its browser did the work it was asked for while many were posting. */
  readonly isProven: boolean
  /** How likely the learner takes it for spam, per mille; null where it has no say: of probes too. */
  readonly spamScore: number | null
}

/** How long a piece has most of its readers. */
const NEW_PIECE = 48 * HOUR
/** Approved comments, none turned away, from which somebody is known here. */
const KNOWN = 5
const MOST_OBJECTIONS = 3
/** Per mille: what the learner is sure of, and what it doubts. */
const SURE = 950
const DOUBTFUL = 700

type Rule = readonly [by: number, why: string, applies: boolean]

/**
 * The shifts, each bounded: what is read by many and what will most likely stand comes sooner, what will most likely
 * fall comes later, and nothing waits for ever, because time goes on for all of them.
 */
const rules = (facts: PlaceFacts): readonly Rule[] => {
  const { at, isReply, publishedAt, approved, turnedAway, objections, isFlood, isProven } = facts
  const score = facts.spamScore ?? 0
  const chance = `${Math.round(score / 10)} %`
  const isNew = publishedAt !== null && at - publishedAt <= NEW_PIECE
  const found = Math.min(objections, MOST_OBJECTIONS)
  const isKnown = approved >= KNOWN && turnedAway === 0
  return [
    [-2 * HOUR, 'the piece is new, and many are reading it', isNew],
    [-HOUR, `${approved} comments of the same author stand and none was turned away`, isKnown],
    [-30 * MINUTE, 'somebody waits for this answer', isReply],
    [-HOUR, 'many were posting at once, and its browser did the work it was asked for', isProven],
    [found * HOUR, found === 1 ? 'a check objects' : `${objections} checks object`, found > 0],
    [HOUR, 'comments of the same author were turned away before', turnedAway > approved],
    [12 * HOUR, `the learner is sure that it is spam (${chance})`, score >= SURE],
    [2 * HOUR, `the learner takes it for spam (${chance})`, score >= DOUBTFUL && score < SURE],
    [3 * HOUR, 'it is one of many that are nearly the same', isFlood],
  ]
}

/** Why this text does not take the place of its time. */
export const queueShifts = (facts: PlaceFacts): readonly QueueShift[] =>
  rules(facts).flatMap(([by, why, applies]) => (applies ? [{ by, why }] : []))

/** The place in the queue: the moment, moved by all that is risky about it or reaches far (milliseconds). */
export const shifted = (at: Instant, shifts: readonly QueueShift[]): Instant =>
  shifts.reduce((sum, { by }) => sum + by, at)

const lengthOf = (ms: number): string => {
  const [hours, minutes] = [Math.floor(ms / HOUR), Math.round((ms % HOUR) / MINUTE)]
  return [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : ''].filter(Boolean).join(' ')
}

/** The place in words: "2 h 30 min ahead of its time: …". Null for the place of its time. */
export const placeWords = (shifts: readonly QueueShift[]): string | null => {
  if (shifts.length === 0) return null
  const sum = shifts.reduce((all, { by }) => all + by, 0)
  const place =
    sum === 0
      ? 'At the place of its time'
      : `${lengthOf(Math.abs(sum))} ${sum < 0 ? 'ahead of' : 'behind'} its time`
  const parts = shifts.map(({ by, why }) => `${why} (${by < 0 ? '−' : '+'}${lengthOf(Math.abs(by))})`)
  return `${place}: ${parts.join('; ')}.`
}
