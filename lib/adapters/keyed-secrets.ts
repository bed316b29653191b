import { createHmac, createSecretKey, hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { openSealed, sealed } from './sealed'
import type { Secrets } from '../kernel/secrets'

/** Bytes of a length. */
const LENGTH = 4

/**
 * Purpose and parts as one unambiguous message: each is preceded by its length in bytes, so that ("a", "bc") and
 * ("ab", "c") differ.
 */
const message = (parts: readonly string[]): Buffer => {
  const lengths = parts.map((part) => Buffer.byteLength(part, 'utf8'))
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + LENGTH + length, 0))
  let at = 0
  parts.forEach((part, i) => {
    at = bytes.writeUInt32BE(lengths[i] ?? 0, at)
    at += bytes.write(part, at, 'utf8')
  })
  return bytes
}

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** `key`: at least 256 random bits. */
export const keyedSecrets = (key: Buffer): Secrets => {
  // Prepared once: a comment is keyed half a dozen times on its way in.
  const secret = createSecretKey(key)
  const mac = (purpose: string, ...parts: readonly string[]): string =>
    createHmac('sha256', secret)
      .update(message([purpose, ...parts]))
      .digest('base64url')
  /** A key for each purpose, so that what was sealed for one thing is never read as another. */
  const keyFor = (purpose: string): Buffer => Buffer.from(mac('seal', purpose), 'base64url')
  return {
    mac,
    seal: (purpose, text) => sealed(keyFor(purpose), text),
    open: (purpose, text) => openSealed(keyFor(purpose), text),
    verify: (candidate, purpose, ...parts) => sameText(candidate, mac(purpose, ...parts)),
    hash: (text) => hash('sha256', text, 'base64url'),
    fresh: () => randomBytes(16).toString('base64url'),
  }
}
