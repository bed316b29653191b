import type { Role } from '../kernel/actor'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import type { User } from './account-store'

/** A link by which somebody joins the staff. Its secret is nowhere but in the link. */
export interface Invitation {
  readonly id: string
  readonly hash: string
  readonly role: Role
  /** For whom, as the owner noted it. */
  readonly label: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

/** Who comes to the staff and who goes. Every method is atomic. */
export interface StaffDoor {
  /** Opens the door for whoever holds the secret, once. */
  invite(invitation: Invitation, audit: AuditEntry): Promise<void>
  /** By the hash of its secret; null for one that was used, taken back, or is over. */
  invitation(hash: string, now: Instant): Promise<Invitation | null>
  /** Those that open, newest first. */
  invitations(now: Instant): Promise<readonly Invitation[]>
  /** False when it opens nothing any more. */
  takeBack(invitationId: string, now: Instant, audit: AuditEntry): Promise<boolean>
  /** The invitation is used and the account is there, or neither. Used once, however many try at once. */
  join(
    invitation: Invitation,
    user: User,
    now: Instant,
    audit: AuditEntry,
  ): Promise<'joined' | 'over' | 'email-taken'>
  /**
   * Another role, or switched off (or on again); every session of theirs ends. `last-owner` when nobody who can sign
   * in would own the publication: two owners who let each other go at once are two requests, one of which is refused.
   */
  change(
    userId: string,
    set: { readonly role?: Role; readonly disabledAt?: Instant | null },
    audit: AuditEntry,
  ): Promise<'changed' | 'unknown' | 'last-owner'>
}
