import { MINUTE } from '../../kernel/clock'
import type { Ports } from '../../ports'
import type { WasAsked } from './passkey-ceremony'

/** How long somebody may look for their key. */
const QUESTION_LIFE = 10 * MINUTE

/** What an answer would open: one of these never opens another. */
export type PasskeyUse = 'add' | 'sign-in' | 'second-step' | 'confirm'

/**
 * Whom a question is put to: a session, a ticket of the first step, or a browser at the door by a cookie of its own. Their
 * secret is in the hash that is kept, so that nobody else's answer finds it.
 */
export interface Asked {
  readonly use: PasskeyUse
  readonly holder: string
}

export type QuestionDeps = Pick<Ports, 'passkeyStore' | 'secrets' | 'clock' | 'ids'>

const hashOf = ({ secrets }: Pick<Ports, 'secrets'>, { use, holder }: Asked, challenge: string): string =>
  secrets.mac('passkey-question', use, holder, challenge)

/** A fresh challenge, base64url, remembered until it is answered once. */
export const putQuestion = async (deps: QuestionDeps, asked: Asked): Promise<string> => {
  const challenge = deps.secrets.fresh()
  const at = deps.clock.now()
  await deps.passkeyStore.putQuestion({
    ...{ id: deps.ids.random(), hash: hashOf(deps, asked, challenge) },
    ...{ at, until: at + QUESTION_LIFE },
  })
  return challenge
}

/** Whether a challenge was put to this person for this purpose, and is not over. It is used up by asking. */
export const wasAsked =
  (deps: QuestionDeps, asked: Asked): WasAsked =>
  (challenge) =>
    deps.passkeyStore.takeQuestion(hashOf(deps, asked, challenge), deps.clock.now())
