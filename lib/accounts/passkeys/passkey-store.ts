import type { Instant } from '../../kernel/clock'
import type { AccountTraces } from '../account-traces'
import type { UsedOnce } from '../used-once'

/** A key on somebody's device, or in their password manager, that opens their account. */
export interface Passkey {
  /** Ours. */
  readonly id: string
  /** The device's name for it, base64url. */
  readonly credentialId: string
  readonly userId: string
  /** What its owner calls it. */
  readonly name: string
  /** COSE, base64url. */
  readonly publicKey: string
  /** How often its device says it was used; 0 for ever where devices do not count. */
  readonly counter: number
  /** How browsers reach it (`internal`, `usb`, …). */
  readonly transports: readonly string[]
  /** It is also somewhere else than on the device it was made on. */
  readonly isBackedUp: boolean
  readonly createdAt: Instant
  readonly lastUsedAt: Instant | null
}

/** Passkeys, and which questions about them were answered. Each method is one transaction. */
export interface PasskeyStore {
  /** By the time they were made. */
  list(userId: string): Promise<readonly Passkey[]>
  /** By the name that the device gave it. */
  find(credentialId: string): Promise<Passkey | null>
  /**
   * False when the device's name for it is known already, this person has `most` of them, or the session it was made in,
   * `here`, has ended: another password may have been set meanwhile.
   */
  add(
    passkey: Passkey,
    when: { readonly most: number; readonly here: string },
    traces: AccountTraces,
  ): Promise<boolean>
  /** It has opened something. False when it was used otherwise since its counter was `from`, or is gone. */
  use(
    id: string,
    used: {
      readonly from: number
      readonly counter: number
      readonly isBackedUp: boolean
      readonly at: Instant
    },
  ): Promise<boolean>
  /**
   * It opens nothing any more; every session of that person ends but `here`. The last one of somebody without a password
   * stays, however many are removed at once.
   */
  remove(
    of: { readonly id: string; readonly userId: string },
    when: { readonly at: Instant; readonly here: string },
    traces: AccountTraces,
  ): Promise<'removed' | 'last' | 'gone'>
  /** A question was answered. True once for each, by its hash; it is forgotten when it would be over anyway. */
  useQuestion(question: UsedOnce): Promise<boolean>
}
