import type { Actor } from '../../kernel/actor'
import { MINUTE } from '../../kernel/clock'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { SEALED_FOR } from './prove-second-step'
import type { SecondStep } from './second-step-store'

/** Begun and not confirmed in this time: it is forgotten, and its secret is not shown any more. */
const BEGUN_FOR = 15 * MINUTE

export type OwnSecondStep =
  | { readonly state: 'off' }
  /** To be read by an app, from a picture or typed by hand. Nothing depends on it yet. */
  | { readonly state: 'begun'; readonly secret: string; readonly picture: readonly string[] }
  | { readonly state: 'on'; readonly codesLeft: number }

type Deps = Pick<
  Ports,
  'accountStore' | 'secondStepStore' | 'settingsStore' | 'oneTimeCodes' | 'secrets' | 'clock'
>

/** What was begun in this session, lately enough to be confirmed: another device neither sees nor confirms it. */
export const begunStep = (
  step: SecondStep | null,
  sessionId: string,
  { clock }: Pick<Deps, 'clock'>,
): SecondStep | null =>
  step?.confirmedAt === null && step.begunBy === sessionId && step.createdAt > clock.now() - BEGUN_FOR
    ? step
    : null

/** How somebody of the staff signs in; null for everybody else. */
export const ownSecondStep = async (deps: Deps, actor: Actor): Promise<OwnSecondStep | null> => {
  if (actor.kind !== 'user' || !can(actor, 'use.second-step')) return null
  const step = await deps.secondStepStore.find(actor.userId)
  if (step && step.confirmedAt !== null) {
    return { state: 'on', codesLeft: await deps.secondStepStore.recoveryCodesLeft(actor.userId) }
  }
  const begun = begunStep(step, actor.sessionId, deps)
  const secret = begun && deps.secrets.open(SEALED_FOR, begun.sealed)
  const user = secret && (await deps.accountStore.findUser(actor.userId))
  if (!secret || !user) return { state: 'off' }
  const { settings } = await deps.settingsStore.read()
  const of = { publication: settings.name, account: user.email }
  return { state: 'begun', secret, picture: deps.oneTimeCodes.picture(secret, of) }
}
