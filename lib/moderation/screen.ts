import type { Opinion, OpinionLevel } from '../comments/comment-store'
import type { Draft, Estimate, Verdict } from '../comments/screening'
import type { Ports } from '../ports'
import type { SiteSettings } from '../settings/site-settings'
import { checkWords } from './check-words'
import { deskFacts } from './desk-facts'
import type { Learner } from './learner/learner'
import { domainsIn } from './links-in'
import { NoWord } from './checks/ask-elsewhere'
import { CHECKS } from './checks/index'
import { type Check, type CheckPorts, type Finding, PASS } from './checks/check'

const STRICTNESS: Readonly<Record<OpinionLevel, number>> = { pass: 0, hold: 1, spam: 2, refuse: 3 }

const strictest = (opinions: readonly Opinion[]): OpinionLevel =>
  opinions.reduce<OpinionLevel>(
    (level, opinion) => (STRICTNESS[opinion.level] > STRICTNESS[level] ? opinion.level : level),
    'pass',
  )

const objectionBefore = ({ objections = [] }: Draft, name: string): Finding => {
  const found = objections.find(({ check }) => check === name)
  return found ? { level: found.level, reason: found.reason, evidence: found.evidence } : PASS
}

/** A check that is down holds the comment; it never publishes it and never turns its author away. */
const ask = (
  check: Check,
  draft: Draft,
  settings: SiteSettings,
  ports: CheckPorts,
): Finding | Promise<Finding> => {
  const down = (trouble: unknown): Finding => {
    const why = trouble instanceof NoWord ? ` (${trouble.message})` : ''
    const reason = `The check “${checkWords(check.name)}” could not be carried out${why}, so somebody has to look.`
    return { level: 'hold', reason, evidence: {} }
  }
  if (check.ofArrival && draft.commentId !== null) return objectionBefore(draft, check.name)
  try {
    const finding = check.run(draft, settings, ports)
    // Most checks only look at the text: nobody waits for those.
    return finding instanceof Promise ? finding.catch(down) : finding
  } catch (trouble) {
    return down(trouble)
  }
}

/** All were asked at once, so that they are waited for one after the other: only those that have to look somewhere. */
const answersOf = async (asked: readonly (Finding | Promise<Finding>)[]): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for (const finding of asked) findings.push(finding instanceof Promise ? await finding : finding)
  return findings
}

/** What is clearly spam is not told how to do better. */
const NUDGED: ReadonlySet<OpinionLevel> = new Set(['pass', 'hold'])

const estimateOf = (draft: Draft, learner?: Learner): Estimate | null => {
  const { body, name, author, parentId, commentId, draftId } = draft
  const text = { body, name, member: author.kind === 'user', reply: parentId !== null }
  return learner?.estimate(commentId ?? draftId ?? '', text) ?? null
}

/** Runs every check, keeps every opinion, and lets the strictest decide. */
export const screen = async (
  ports: CheckPorts & Pick<Ports, 'settingsStore'> & { readonly learner?: Learner },
  draft: Draft,
  checks: readonly Check[] = CHECKS,
): Promise<Verdict> => {
  const { settings } = await ports.settingsStore.read()
  const findings = await answersOf(checks.map((check) => ask(check, draft, settings, ports)))
  const opinions = findings.map(({ nudge: _, ...finding }, n) => ({
    check: checks[n]?.name ?? '',
    ...finding,
  }))
  const level = strictest(opinions)
  const nudges = NUDGED.has(level) ? findings.flatMap(({ nudge }) => nudge ?? []) : []
  const estimate = settings.screening.learner ? estimateOf(draft, ports.learner) : null
  const domains = domainsIn(draft.body)
  const desk = level === 'refuse' ? undefined : await deskFacts(ports, draft, opinions, estimate)
  return { level, opinions, nudges, estimate, domains, desk }
}
