import { type Result, fail, ok } from '../../kernel/result'
import type { Ports } from '../../ports'
import { type Addressee, type QuestionDeps, wasAsked } from './passkey-question'
import type { Passkey } from './passkey-store'

/** Longer than any answer of a browser. */
export const ANSWER_MAX = 16_000

export type PasskeyDeps = QuestionDeps & Pick<Ports, 'passkeyCeremony'>

const WRONG = fail(
  'unauthenticated',
  'This passkey does not open it: it may have been removed here, or the question was asked too long ago. Try it once more, or use your password.',
)

/** Keys that have only to be there, after a password. Everywhere else the device makes sure who holds it. */
const isSure = ({ use }: Addressee): boolean => use !== 'second-step'

/**
 * Whoever answers has the key, and was asked: each question opens one thing, once. `userId` says whose it must be where
 * that is known. The same words for a key that is unknown, removed, somebody else's or answers wrongly.
 */
export const provePasskey = async (
  deps: PasskeyDeps,
  addressee: Addressee,
  answer: string,
  userId: string | null,
): Promise<Result<Passkey>> => {
  const { passkeyCeremony: ceremony, passkeyStore, clock } = deps
  const credentialId = ceremony?.credentialOf(answer) ?? null
  const passkey = credentialId === null ? null : await passkeyStore.find(credentialId)
  if (!ceremony || !passkey || (userId !== null && passkey.userId !== userId)) return WRONG
  const how = { wasAsked: wasAsked(deps, addressee), sure: isSure(addressee) }
  const proven = await ceremony.readProof(answer, passkey, how)
  if (!proven) return WRONG
  const used = await passkeyStore.use(passkey.id, {
    ...{ from: passkey.counter, counter: proven.counter },
    ...{ isBackedUp: proven.isBackedUp, at: clock.now() },
  })
  return used ? ok(passkey) : WRONG
}
