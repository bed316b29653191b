import { z } from 'zod'
import type { OpinionLevel } from '../comments/comment-store'
import { fingerprintOf } from '../comments/fingerprint'
import type { Draft } from '../comments/screening'
import { ANONYMOUS, type Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { nameSkeleton } from '../kernel/name-skeleton'
import { plainName } from '../kernel/plain-name'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { CHECKS } from './checks/index'
import type { CheckPorts } from './checks/check'
import type { Learner, Reason } from './learner/learner'
import { markText } from './mark-text'
import type { TextRun } from './queue-view'
import { screen } from './screen'

export const tryTextInput = z.strictObject({
  body: z.string().max(100_000),
  name: z.string().max(2_000),
  email: z.string().max(2_000),
  language: z.string().max(40),
})

/** What the checks say of a text that nobody posts. */
export interface TriedText {
  readonly level: OpinionLevel
  /** Every check, in the order of the house policy. */
  readonly checks: readonly {
    readonly name: string
    readonly level: OpinionLevel
    readonly reason: string
    readonly marked: readonly TextRun[] | null
  }[]
  /** Null while the learner knows too little. */
  readonly spamScore: number | null
  readonly why: readonly Reason[]
}

type Needs = CheckPorts & Pick<Ports, 'settingsStore' | 'secrets' | 'clock'> & { readonly learner: Learner }

/** What every check would say of a text by somebody new, under a piece of today. Nothing is stored, nobody else is asked. */
export const tryText = async (
  deps: Needs,
  actor: Actor,
  input: z.infer<typeof tryTextInput>,
): Promise<Result<TriedText>> => {
  if (!can(actor, 'manage.settings')) return fail('forbidden', 'Only the owner can try the checks.')
  const body = canonicalText(input.body)
  const name = plainName(input.name.toWellFormed().normalize('NFKC'))
  const at = deps.clock.now()
  const draft: Draft = {
    ...{ commentId: null, parentId: null, author: ANONYMOUS, at, body, name, nameKey: nameSkeleton(name) },
    article: { id: '', commentMode: null, commentsCloseAt: null, publishedAt: at, language: input.language },
    email: input.email.trim(),
    fingerprint: fingerprintOf(deps.secrets, body),
  }
  const inHouse = CHECKS.filter(({ leavesTheHouse }) => !leavesTheHouse)
  const { level, opinions, estimate } = await screen(deps, draft, inHouse)
  return ok({
    level,
    checks: opinions.map(({ check, level: says, reason, evidence }) => ({
      ...{ name: check, level: says, reason },
      marked: evidence.spans ? markText(body, evidence.spans) : null,
    })),
    spamScore: estimate?.spamScore ?? null,
    why: deps.learner.reasons({ body, name, member: false, reply: false }),
  })
}
