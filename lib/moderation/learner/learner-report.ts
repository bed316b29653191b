import type { Actor } from '../../kernel/actor'
import { DAY } from '../../kernel/clock'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { ENOUGH, type Learner, SURELY_SPAM } from './learner'
import type { Outcome } from './lesson-store'

/** How far back decisions are compared with what the learner had said. */
const REPORT_DAYS = 90

/** Of what the learner called spam from a score on, by what people decided afterwards. Null: too little to say. */
export interface ScoreLine {
  /** Per mille. */
  readonly from: number
  readonly called: number
  /** Share of those that were spam. */
  readonly precision: number | null
  /** Share of all spam that was among them. */
  readonly recall: number | null
}

/** How well the learner did of late, by the decisions people made. */
export interface LearnerReport {
  readonly lessons: { readonly spam: number; readonly good: number; readonly needed: number }
  readonly days: number
  /** Decisions about comments that had a score. */
  readonly judged: number
  readonly lines: readonly ScoreLine[]
  /** The two in a hundred that were shown although they were surely spam. */
  readonly probes: { readonly decided: number; readonly spam: number }
}

const sum = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((all, { decisions }) => all + decisions, 0)
const share = (part: number, all: number): number | null => (all === 0 ? null : part / all)

const lineOf = (outcomes: readonly Outcome[], from: number): ScoreLine => {
  const called = outcomes.filter(({ score }) => score >= from)
  const hits = sum(called.filter(({ spam }) => spam))
  return {
    from,
    called: sum(called),
    precision: share(hits, sum(called)),
    recall: share(hits, sum(outcomes.filter(({ spam }) => spam))),
  }
}

/** How right the learner was on this publication's own decisions: each score is older than the decision it is held to. */
export const learnerReport = async (
  { lessonStore, clock, learner }: Pick<Ports, 'lessonStore' | 'clock'> & { readonly learner: Learner },
  actor: Actor,
): Promise<Result<LearnerReport>> => {
  if (!can(actor, 'manage.settings')) return fail('forbidden', 'Only the owner can read this.')
  const outcomes = await lessonStore.outcomes(clock.now() - REPORT_DAYS * DAY)
  const probes = outcomes.filter(({ probe }) => probe)
  const { spam, good } = learner.state
  return ok({
    lessons: { spam, good, needed: ENOUGH },
    days: REPORT_DAYS,
    judged: sum(outcomes),
    lines: [500, 800, SURELY_SPAM].map((from) => lineOf(outcomes, from)),
    probes: { decided: sum(probes), spam: sum(probes.filter((one) => one.spam)) },
  })
}
