import { MINUTE } from '../../kernel/clock'
import type { Ports } from '../../ports'
import type { WasAsked } from './passkey-ceremony'

/** How long somebody may look for their key. */
const QUESTION_LIFE = 10 * MINUTE

/** What an answer would open: one of these never opens another. */
export type PasskeyUse = 'add' | 'sign-in' | 'second-step' | 'confirm'

/**
 * Whom a question is put to: a session, a ticket of the first step, or a browser at the door by a cookie of its own. Their
 * secret is inside its MAC, so that it is nobody else's to answer.
 */
export interface Addressee {
  readonly use: PasskeyUse
  readonly holder: string
}

export type QuestionDeps = Pick<Ports, 'passkeyStore' | 'secrets' | 'clock' | 'ids'>

const PURPOSE = 'passkey-question'

/**
 * A fresh challenge, base64url: until when, 128 random bits, and our MAC over them and whom it is put to. Whoever opens the
 * page to sign in at gets one, so that nothing is stored before it is answered.
 */
export const putQuestion = (
  { secrets, clock }: Pick<Ports, 'secrets' | 'clock'>,
  { use, holder }: Addressee,
): string => {
  const [until, nonce] = [String(clock.now() + QUESTION_LIFE), secrets.fresh()]
  const mac = secrets.mac(PURPOSE, use, holder, until, nonce)
  return Buffer.from([until, nonce, mac].join('.')).toString('base64url')
}

/** Whether a challenge was put by us to them, for this, and is neither over nor answered before. It is used up by asking. */
export const wasAsked =
  ({ passkeyStore, secrets, clock, ids }: QuestionDeps, { use, holder }: Addressee): WasAsked =>
  async (challenge) => {
    const [until = '', nonce = '', mac = ''] = Buffer.from(challenge, 'base64url').toString().split('.')
    if (!secrets.verify(mac, PURPOSE, use, holder, until, nonce) || Number(until) <= clock.now()) return false
    return passkeyStore.useQuestion({
      ...{ id: ids.random(), hash: secrets.hash(nonce) },
      ...{ at: clock.now(), until: Number(until) },
    })
  }
