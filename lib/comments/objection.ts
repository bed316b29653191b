import type { Actor } from '../kernel/actor'
import { type Result, fail } from '../kernel/result'
import { skipsTheQueue } from '../policy/policy'
import { refusal } from './refusal'
import type { Verdict } from './screening'

/** Whether the author has read the nudge, and wants it as it is. */
export interface Insistence {
  readonly actor: Actor
  readonly anyway: boolean | undefined
}

/** Asks once, before anything is stored. Whoever decides about comments needs no advice on them. */
const nudge = ({ nudges }: Verdict, { actor, anyway }: Insistence): Result<never> | null =>
  nudges.length === 0 || anyway || skipsTheQueue(actor)
    ? null
    : fail('nudge', `${nudges.join(' ')} You can change it, or post it anyway.`)

/** What was going to be stored (`signed`), unless something has to be said to its author first. */
export const unlessObjected = <T>(verdict: Verdict, signed: Result<T>, insistence: Insistence): Result<T> => {
  if (!signed.ok) return refusal(verdict, signed.error)
  if (verdict.level === 'refuse') return refusal(verdict)
  return nudge(verdict, insistence) ?? signed
}
