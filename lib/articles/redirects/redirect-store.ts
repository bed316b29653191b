import type { ArticleKind } from '../article-kind'
import type { AuditEntry } from '../../kernel/audit'
import type { Instant } from '../../kernel/clock'

/** An address that leads to another one, by an editor's choice. */
export interface Redirect {
  /** As lib/articles/redirects/redirect-path.ts writes it. */
  readonly path: string
  /** Site-relative, percent-encoded; or a whole http(s) address. */
  readonly target: string
  readonly createdById: string
  readonly createdAt: Instant
}

/** An address that was asked for and is not there. Nothing about who asked. */
export interface MissedAddress {
  readonly path: string
  readonly times: number
  readonly lastAt: Instant
}

/** A public piece whose address has something of a missed one. */
export interface LikelyPiece {
  readonly slug: string
  /** The address, its own or an earlier one, by which it was found. */
  readonly knownAs: string
  readonly kind: ArticleKind
  readonly title: string
}

/** Every method is atomic. */
export interface RedirectStore {
  /** By the address as it is compared (redirect-path.ts). */
  find(path: string): Promise<Redirect | null>
  /** Newest first, at most `limit`. */
  list(limit: number): Promise<readonly Redirect[]>
  /** How many there are. */
  count(): Promise<number>
  /** Stores it, in the place of an earlier one. The address is no missed one any more. */
  put(redirect: Redirect, audit: AuditEntry): Promise<void>
  /** False when there is none. */
  remove(path: string, audit: AuditEntry): Promise<boolean>
  /** Counts each up; then the ones not asked for the longest are forgotten, down to `keep`. */
  noteMissed(missed: ReadonlyMap<string, number>, at: Instant, keep: number): Promise<void>
  /** Most often asked for first. */
  missed(limit: number): Promise<readonly MissedAddress[]>
  /** Off the list, until it is asked for again. */
  forgetMissed(path: string): Promise<void>
  /** Public pieces with one of these words in their address, newest first. */
  piecesWith(words: readonly string[], now: Instant, limit: number): Promise<readonly LikelyPiece[]>
}
