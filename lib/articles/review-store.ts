import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'

/** A link for people without an account. Its secret is nowhere but in the link. */
export interface PreviewLink {
  readonly id: string
  readonly articleId: string
  /** Null: it follows the draft. */
  readonly revisionId: string | null
  readonly hash: string
  readonly label: string
  readonly createdById: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
}

/** What somebody says about a passage of a piece, to colleagues. */
export interface ArticleNote {
  readonly id: string
  readonly articleId: string
  readonly quote: string
  readonly body: string
  /** Null: by somebody with a preview link. */
  readonly authorId: string | null
  readonly authorName: string
  readonly previewLinkId: string | null
  readonly createdAt: Instant
  readonly settledAt: Instant | null
}

/** Those who look at a piece before readers do. Every method is atomic. */
export interface ReviewStore {
  /** Opens a piece for whoever holds the link. */
  addLink(link: PreviewLink, audit: AuditEntry): Promise<void>
  /** By the hash of its secret, whatever has become of it. */
  findLink(hash: string): Promise<PreviewLink | null>
  /** Newest first. */
  links(articleId: string): Promise<readonly PreviewLink[]>
  /** False when there is no such link of this piece, or it was revoked already. */
  revokeLink(articleId: string, linkId: string, at: Instant, audit: AuditEntry): Promise<boolean>
  /** Leaves a note at a passage. */
  addNote(note: ArticleNote, audit: AuditEntry): Promise<void>
  /** Oldest first; at most `limit` of the newest. */
  notes(articleId: string, limit: number): Promise<readonly ArticleNote[]>
  /** False when there is no such open note of this piece. */
  settleNote(articleId: string, noteId: string, at: Instant, audit: AuditEntry): Promise<boolean>
}
