import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../../../lib/kernel/secrets'

/** The real construction over a fixed key; fresh secrets are numbered, so that tests repeat. */
export class MemorySecrets implements Secrets {
  #handedOut = 0

  mac(purpose: string, ...parts: readonly string[]): string {
    return createHmac('sha256', 'a key for tests')
      .update(JSON.stringify([purpose, ...parts]))
      .digest('base64url')
  }

  verify(candidate: string, purpose: string, ...parts: readonly string[]): boolean {
    const expected = Buffer.from(this.mac(purpose, ...parts))
    const given = Buffer.from(candidate)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  hash(secret: string): string {
    return createHash('sha256').update(secret).digest('base64url')
  }

  seal(purpose: string, text: string): string {
    return `${this.mac('sealed', purpose, text)}.${text}`
  }

  open(purpose: string, sealed: string): string | null {
    const [mac = '', ...rest] = sealed.split('.')
    return this.verify(mac, 'sealed', purpose, rest.join('.')) ? rest.join('.') : null
  }

  fresh(): string {
    this.#handedOut += 1
    return createHash('sha256')
      .update(`secret ${this.#handedOut}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url')
  }
}
