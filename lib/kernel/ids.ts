import { randomBytes } from 'node:crypto'
import type { Clock } from './clock'

/** Crockford's base 32, lower case: no look-alikes, safe in addresses, fragments and file names. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const encode = (value: bigint, length: number): string => {
  let text = ''
  for (let rest = value, i = 0; i < length; i += 1, rest >>= 5n) {
    text = ALPHABET[Number(rest & 31n)] + text
  }
  return text
}

const random = (bits: number): bigint => BigInt('0x' + randomBytes(bits / 8).toString('hex'))

export interface Ids {
  /** 128 random bits, 26 characters: tells neither order nor volume. For everything public. */
  random(): string
  /** ULID-like, 26 characters, sorts by creation time, strictly rising within a process. For rows that are read in order. */
  ordered(): string
}

export const makeIds = (clock: Clock): Ids => {
  let last = 0n
  return {
    random: () => encode(random(128), 26),
    ordered: () => {
      const fresh = (BigInt(clock.now()) << 80n) | random(80)
      last = fresh > last ? fresh : last + 1n
      return encode(last, 26)
    },
  }
}

/** Shape of every id made by `Ids`; anything else never reaches the store. */
export const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{26}$/
