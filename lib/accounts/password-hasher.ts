/** argon2id, m = 64 MiB, t = 3, p = 1 (RFC 9106), at most two at a time. */
export interface PasswordHasher {
  /** PHC string. */
  hash(password: string): Promise<string>
  /** Takes the same work for `null` (no such account) as for a real hash, and answers false. */
  verify(hash: string | null, password: string): Promise<boolean>
}
