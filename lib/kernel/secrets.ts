/** Keyed hashes with the purpose inside the MAC, so that a token for one thing never opens another. */
export interface Secrets {
  /** HMAC-SHA-256 of purpose and parts, base64url. */
  mac(purpose: string, ...parts: readonly string[]): string
  /** Constant-time comparison with `mac(purpose, …parts)`. */
  verify(candidate: string, purpose: string, ...parts: readonly string[]): boolean
  /** SHA-256 for secrets stored at rest, base64url. */
  hash(secret: string): string
  /** Encrypted and authenticated under the purpose: for what must be read again, and by nobody who has the database alone. */
  seal(purpose: string, text: string): string
  /** What was sealed for that purpose; null for anything else. */
  open(purpose: string, sealed: string): string | null
  /** 128 random bits, base64url: a secret to hand out. */
  fresh(): string
}
