import type { AuditEntry } from '../../kernel/audit'
import type { Instant } from '../../kernel/clock'

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

/** Passkeys, and the questions devices sign to prove that they have one. Each method is one transaction. */
export interface PasskeyStore {
  /** By the time they were made. */
  list(userId: string): Promise<readonly Passkey[]>
  /** By the name that the device gave it. */
  find(credentialId: string): Promise<Passkey | null>
  /** False when the device's name for it is known already, or this person has `most` of them. */
  add(passkey: Passkey, most: number, audit: AuditEntry): Promise<boolean>
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
  /** It opens nothing any more; every session of that person ends but `here`. False when it was not there. */
  remove(
    of: { readonly id: string; readonly userId: string },
    when: { readonly at: Instant; readonly here: string },
    audit: AuditEntry,
  ): Promise<boolean>
  /** Remembers a question that was put, by its hash; those that are over are forgotten. */
  putQuestion(question: {
    readonly id: string
    readonly hash: string
    readonly at: Instant
    readonly until: Instant
  }): Promise<void>
  /** True once for each question that was put and is not over. */
  takeQuestion(hash: string, at: Instant): Promise<boolean>
}
