import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import type { Ports } from '../ports'
import { barredWords, reasonSentence } from './barred-words'
import { readerKey } from './reader-key'
import { standingOf } from './standing'

/** What the house has to say to somebody about themselves. */
export interface OwnStandingView {
  /** Why they cannot take part, and until when; null for everybody else. */
  readonly barred: string | null
  /** Warnings they have not read, oldest first. */
  readonly warnings: readonly string[]
}

type Deps = Pick<Ports, 'measureStore' | 'secrets' | 'clock'>

/** Looking changes nothing: a warning stands until its reader says that they have read it. */
export const ownStanding = async (deps: Deps, actor: Actor): Promise<OwnStandingView> => {
  const { barredBy, warnings } = await standingOf(deps, actor)
  return {
    barred: barredBy && barredWords(barredBy),
    warnings: warnings.map((warning) => `A moderator asks you for something.${reasonSentence(warning)}`),
  }
}

/** "I have read this": they are not told again. */
export const readWarnings = async (
  { measureStore, clock }: Pick<Ports, 'measureStore' | 'clock'>,
  actor: Actor,
): Promise<Instant> => {
  const person = readerKey(actor)
  const now = clock.now()
  if (person !== null) await measureStore.markRead(person, now)
  return now
}
