import { randomFillSync } from 'node:crypto'
import type { Clock } from './clock'

/** Crockford's base 32, lower case: no look-alikes, safe in addresses, fragments and file names. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const BYTES = 16
const TIME_BYTES = 6

/** 128 bits as 26 signs of five; the first sign holds the three that are left over. */
const encode = (bytes: Uint8Array): string => {
  let text = ''
  let held = 0
  let bits = 2
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5;) {
      bits -= 5
      text += ALPHABET.charAt((held >> bits) & 31)
    }
    held &= 31
  }
  return text
}

/** Asking the system for sixteen random bytes costs as much as asking for four thousand. */
const randomPool = (): ((count: number) => Uint8Array) => {
  const pool = Buffer.alloc(4_096)
  let used = pool.length
  return (count) => {
    if (used + count > pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += count
    return pool.subarray(used - count, used)
  }
}

/** The next greater number, in place. */
const increase = (bytes: Buffer): void => {
  for (let i = bytes.length - 1; i >= 0; i -= 1) {
    const byte = ((bytes[i] ?? 0) + 1) & 255
    bytes[i] = byte
    if (byte !== 0) return
  }
}

/** New names for rows. Made in the application, so that a row knows its name before it is stored. */
export interface Ids {
  /** 128 random bits, 26 characters: tells neither order nor volume. For everything public. */
  random(): string
  /** ULID-like, 26 characters, sorts by creation time, strictly rising within a process. For rows that are read in order. */
  ordered(): string
}

/** From the random numbers of the system; `ordered` also from the clock. */
export const makeIds = (clock: Clock): Ids => {
  const random = randomPool()
  const last = Buffer.alloc(BYTES)
  const fresh = Buffer.alloc(BYTES)
  return {
    random: () => encode(random(BYTES)),
    ordered: () => {
      fresh.writeUIntBE(clock.now(), 0, TIME_BYTES)
      fresh.set(random(BYTES - TIME_BYTES), TIME_BYTES)
      if (fresh.compare(last) > 0) last.set(fresh)
      else increase(last)
      return encode(last)
    },
  }
}

/** Shape of every id made by `Ids`; anything else never reaches the store. */
export const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{26}$/
