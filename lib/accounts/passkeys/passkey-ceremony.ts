import type { Passkey } from './passkey-store'

/** What a device showed: that it has the key, and whether it made sure who holds it (a finger, a face, a PIN). */
export interface PasskeyAnswer {
  readonly counter: number
  readonly isBackedUp: boolean
}

export type NewPasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isBackedUp'>

/** Whether a question was put by us to whoever answers it now. Asked once: it is used up. */
export type WasAsked = (challenge: string) => Promise<boolean>

/**
 * Port: what browsers and devices speak (WebAuthn), bound to the publication's own address. Options are JSON for browsers;
 * answers are JSON as browsers send them, and null says that they prove nothing, whatever the reason.
 */
export interface PasskeyCeremony {
  /** Asks a device to make a key that can open the account alone. `challenge` is base64url. */
  makeOptions(of: {
    readonly challenge: string
    readonly publication: string
    readonly userId: string
    readonly account: string
    readonly name: string
    readonly known: readonly Pick<Passkey, 'credentialId' | 'transports'>[]
  }): Promise<string>
  /** The key that a device has made for a question which was asked. */
  readMade(answer: string, wasAsked: WasAsked): Promise<NewPasskey | null>
  /** Asks for a proof. Without `known` any key of this publication will do, and the device must make sure who holds it. */
  proveOptions(of: {
    readonly challenge: string
    readonly known: readonly Pick<Passkey, 'credentialId' | 'transports'>[] | null
    readonly sure: boolean
  }): Promise<string>
  /** Which key an answer claims to be of; nothing is proven by that. */
  credentialOf(answer: string): string | null
  /** Whether the answer is signed by this very key. `sure`: the device must also have made sure who holds it. */
  readProof(
    answer: string,
    passkey: Passkey,
    how: { readonly wasAsked: WasAsked; readonly sure: boolean },
  ): Promise<PasskeyAnswer | null>
}
