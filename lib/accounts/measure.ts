import type { Instant } from '../kernel/clock'

/** `warn` is read and over; `suspend` takes part-taking away for a time, `ban` until it is lifted; `mute` unhears reports. */
export const MEASURE_KINDS = ['warn', 'suspend', 'ban', 'mute'] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

export const TARGET_KINDS = ['user', 'guest', 'mail', 'domain', 'address'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** One thing a measure is aimed at. Kept for ever; over when lifted or expired. */
export interface Measure {
  readonly id: string
  /** Measures of one act are taken and lifted together. */
  readonly actId: string
  readonly kind: MeasureKind
  readonly targetKind: TargetKind
  /** `<targetKind>:<key>`; mail and address blocks as keyed hashes. */
  readonly targetKey: string
  /** Whom it was about: `user:<id>` or `guest:<id>`. */
  readonly personKey: string
  /** What the person is told; '' for nothing. */
  readonly reason: string
  /** For colleagues. */
  readonly note: string
  readonly createdBy: string
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  readonly liftedAt: Instant | null
  readonly liftedBy: string | null
  /** When the person said that they had read a warning. */
  readonly readAt: Instant | null
}

/** Kinds that take part-taking away. */
export const BARRING: ReadonlySet<MeasureKind> = new Set(['suspend', 'ban'])
/** Kinds that end every session of an account. */
export const SIGNS_OUT: ReadonlySet<MeasureKind> = new Set(['ban'])
/** Kinds that are told until they were read. */
export const TOLD_ONCE: ReadonlySet<MeasureKind> = new Set(['warn'])
/** Kinds whose reports are taken and not heard. */
export const SILENCING: ReadonlySet<MeasureKind> = new Set(['mute'])

/** Targets that a person proves to be; the others can only be guessed from what was typed or from where it came. */
export const PROVEN: ReadonlySet<TargetKind> = new Set(['user', 'guest'])
