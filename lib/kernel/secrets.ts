/** Keyed hashes with the purpose inside the MAC, so that a token for one thing never opens another. */
export interface Secrets {
  /** HMAC-SHA-256 of purpose and parts, base64url. */
  mac(purpose: string, ...parts: readonly string[]): string
  /** Constant-time comparison with `mac(purpose, …parts)`. */
  verify(candidate: string, purpose: string, ...parts: readonly string[]): boolean
  /** SHA-256 for secrets stored at rest, base64url. */
  hash(secret: string): string
  /** 128 random bits, base64url: a secret to hand out. */
  fresh(): string
}
