import type { Instant } from '../../kernel/clock'
import type { LessonText } from './features'

/** A decision to learn from: a person approved somebody else's text, or called it spam. */
export interface Lesson {
  /** The decision's id: lessons are learned in this order. */
  readonly id: string
  readonly spam: boolean
  readonly text: LessonText
}

/** Weights after some lessons. */
export interface Snapshot {
  /** Id of the last lesson in it. */
  readonly position: string
  readonly version: number
  readonly lessons: number
  /** Opaque (snapshot-text.ts). */
  readonly weights: string
}

/** How often comments of one score were decided so: decisions that stand, on comments that had been scored before. */
export interface Outcome {
  /** Lowest score (per mille) of this step of 50. */
  readonly score: number
  readonly spam: boolean
  /** Of the two in a hundred that were shown among the others although they were surely spam. */
  readonly probe: boolean
  readonly decisions: number
}

/** The log of decisions as the learner reads it: only those that stand, nobody's about their own, none on what was erased. */
export interface LessonStore {
  /** Ids of lessons after `position` ('' for the beginning), in order, at most `limit`. */
  idsAfter(position: string, limit: number): Promise<readonly string[]>
  /** Lessons by id, in the order of their ids. */
  lessons(ids: readonly string[]): Promise<readonly Lesson[]>
  /** How many lessons there are up to and with `position`. */
  countTo(position: string): Promise<number>
  /** Decisions that were taken back by an undo after `undo` (an id; '' for the beginning), with the id of the last undo. */
  undoneAfter(undo: string): Promise<{ readonly decisions: readonly string[]; readonly last: string }>
  /** Snapshots of a version, newest first, at most ten. */
  snapshots(version: number): Promise<readonly Snapshot[]>
  /** Keeps one (a position once), and forgets all but the newest ten. */
  keep(snapshot: Snapshot): Promise<void>
  /** Forgets those that hold this lesson. */
  dropFrom(position: string): Promise<void>
  /** Of decisions since then. */
  outcomes(since: Instant): Promise<readonly Outcome[]>
}
