import { type AddressKeys, addressKeysOf } from '../accounts/address-keys'
import type { Measure } from '../accounts/measure'
import { standingOf } from '../accounts/standing'
import type { Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { barredAs } from './barred-from'
import { type Signature, type TypedSignature, signatureOf } from './signature'
import { takeCommentLimits } from './take-comment-limits'

/** Somebody who may write here now. */
export interface Admitted {
  /** What is wrong with a typed name or address waits for the checks, to be told together with what they say. */
  readonly signature: Result<Signature>
  readonly address: AddressKeys
  /** Bans of what they write with, which may have hit somebody else. */
  readonly guessed: readonly Measure[]
}

type Deps = Pick<
  Ports,
  'accountStore' | 'addressSalts' | 'measureStore' | 'limits' | 'mailer' | 'secrets' | 'clock'
>

/**
 * Lets in whoever writes below a piece, and takes their points from the limits. `forbidden` for who is barred, `limited`
 * for who came too often; nothing is taken from who is barred.
 */
export const admitAuthor = async (
  deps: Deps,
  actor: Actor,
  typed: TypedSignature,
  client: ClientFacts,
  articleId: string,
): Promise<Result<Admitted>> => {
  const [signature, address] = await Promise.all([
    signatureOf(deps, actor, typed),
    addressKeysOf(deps, client),
  ])
  const standing = await standingOf(deps, actor, {
    emailKey: signature.ok ? signature.value.emailKey : '',
    addressKeys: address.live,
  })
  const barred = barredAs(actor, standing)
  if (barred) return barred
  const allowed = await takeCommentLimits(deps, client, articleId)
  return allowed.ok ? ok({ signature, address, guessed: standing.guessed }) : allowed
}
