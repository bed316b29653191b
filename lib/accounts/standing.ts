import { type Actor, isStaff } from '../kernel/actor'
import type { Secrets } from '../kernel/secrets'
import type { Ports } from '../ports'
import { readerKey } from './reader-key'
import { BARRING, type Measure, PROVEN, SILENCING, TOLD_ONCE } from './measure'

/** How somebody stands with the house at this moment. */
export interface Standing {
  /** What keeps this proven person from taking part; of several the one that lasts longest. */
  readonly barredBy: Measure | null
  readonly muted: boolean
  /** Warnings they have not read yet, oldest first. */
  readonly warnings: readonly Measure[]
  /**
   * Bans of the mail address, its provider or the address block they write with. A guess, so that it holds a comment
   * and is told to nobody but moderators: the next one behind that address may be somebody else.
   */
  readonly guessed: readonly Measure[]
}

const GOOD_STANDING: Standing = { barredBy: null, muted: false, warnings: [], guessed: [] }

/** `mail:<keyed hash>` of a normalised address. */
export const mailTarget = (secrets: Pick<Secrets, 'mac'>, emailKey: string): string =>
  `mail:${secrets.mac('measure-mail', emailKey)}`
/** `domain:<name>` of a normalised address. */
export const domainTarget = (emailKey: string): string =>
  `domain:${emailKey.slice(emailKey.lastIndexOf('@') + 1)}`
/** `address:<keyed hash>` of an address block (address-keys.ts). */
export const addressTarget = (addressKey: string): string => `address:${addressKey}`
const lastsLonger = (a: Measure, b: Measure): Measure =>
  (a.expiresAt ?? Infinity) >= (b.expiresAt ?? Infinity) ? a : b

const standingFrom = (measures: readonly Measure[]): Standing => {
  const proven = measures.filter(({ targetKind }) => PROVEN.has(targetKind))
  const barring = proven.filter(({ kind }) => BARRING.has(kind))
  return {
    barredBy: barring.length === 0 ? null : barring.reduce(lastsLonger),
    muted: proven.some(({ kind }) => SILENCING.has(kind)),
    warnings: proven
      .filter(({ kind, readAt }) => TOLD_ONCE.has(kind) && readAt === null)
      .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    guessed: measures.filter(({ kind, targetKind }) => !PROVEN.has(targetKind) && BARRING.has(kind)),
  }
}

/**
 * One question to the store, and none for somebody nothing is known of. Of staff only what is aimed at their account
 * counts: a ban of an address block must not lock out those who share the house's own.
 */
export const standingOf = async (
  { measureStore, secrets, clock }: Pick<Ports, 'measureStore' | 'secrets' | 'clock'>,
  actor: Actor,
  {
    emailKey = '',
    addressKeys = [],
  }: { readonly emailKey?: string; readonly addressKeys?: readonly string[] } = {},
): Promise<Standing> => {
  const person = readerKey(actor)
  const mail = emailKey === '' ? [] : [mailTarget(secrets, emailKey), domainTarget(emailKey)]
  const guesses = isStaff(actor) ? [] : [...mail, ...addressKeys.map(addressTarget)]
  const targets = [...(person === null ? [] : [person]), ...guesses]
  return targets.length === 0
    ? GOOD_STANDING
    : standingFrom(await measureStore.standing(targets, clock.now()))
}
