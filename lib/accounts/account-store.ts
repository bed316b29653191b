import type { Role } from '../kernel/actor'
import type { AuditEntry } from '../kernel/audit'
import type { QueuedEffect } from '../kernel/effect'
import type { Instant } from '../kernel/clock'

/** Somebody with an account, of whatever role. */
export interface User {
  readonly id: string
  readonly email: string
  readonly emailKey: string
  readonly name: string
  readonly nameKey: string
  readonly slug: string
  readonly role: Role
  readonly bio: string
  readonly passwordHash: string | null
  readonly disabledAt: Instant | null
  readonly createdAt: Instant
}

/** One device on which somebody signed in. It counts while it is neither revoked nor over. */
export interface Session {
  readonly id: string
  readonly userId: string
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
  /** When its owner last proved anew who they are; null for not since signing in. */
  readonly confirmedAt: Instant | null
  readonly userAgent: string
}

/** Somebody without an account: whoever holds the secret behind `keyHash` in their cookie. */
export interface Guest {
  readonly id: string
  readonly keyHash: string
  readonly createdAt: Instant
}

/** Port: people, their sessions, and whether the publication is installed. Each change is one transaction with its audit line. */
export interface AccountStore {
  /**
   * First run: stores the owner and the fact "installed" in one transaction. False when it was installed before,
   * whoever was faster: fifty racing claims make one owner.
   */
  claim(
    owner: User,
    publicationName: string,
    traces: { readonly audit: AuditEntry; readonly effects: readonly QueuedEffect[] },
  ): Promise<boolean>
  /** Whether somebody has claimed the publication. */
  isInstalled(): Promise<boolean>
  /** `email-taken` by normalised address. A taken slug gets a number appended by the store. */
  insertUser(user: User, audit: AuditEntry): Promise<'stored' | 'email-taken'>
  /** Also one who is disabled. */
  findUser(userId: string): Promise<User | null>
  /** By the normalised address (email.ts); also one who is disabled. */
  findUserByEmailKey(emailKey: string): Promise<User | null>
  /** Changes role, password or disabledAt and revokes every session of that user in the same transaction. */
  changeUser(
    userId: string,
    set: Partial<Pick<User, 'role' | 'passwordHash' | 'disabledAt'>>,
    audit: AuditEntry,
  ): Promise<boolean>
  /** Everybody with a role above member, by (name, id). */
  listStaff(): Promise<readonly User[]>
  /** Whether somebody of the staff has this name skeleton: nobody else may carry it. */
  isStaffName(nameKey: string): Promise<boolean>

  /** Signs somebody in on one device. */
  insertSession(session: Session): Promise<void>
  /** With whose it is; revoked and past ones too: whether it counts is for the caller to say. */
  findSession(sessionId: string): Promise<{ readonly session: Session; readonly user: User } | null>
  /** A sign of life, which makes it last longer. Nothing happens to a revoked one. */
  touchSession(sessionId: string, lastSeenAt: Instant, expiresAt: Instant): Promise<void>
  /** Whoever holds it has just proved anew who they are. */
  confirmSession(sessionId: string, at: Instant): Promise<void>
  /** Signs one device out. Doing it again changes nothing. */
  revokeSession(sessionId: string, at: Instant): Promise<void>
  /** All devices of one person. Returns how many sessions ended. */
  revokeSessions(userId: string, at: Instant): Promise<number>
  /** Of everybody, on every device. Returns how many ended; the line of the log is in the same transaction. */
  revokeEverySession(at: Instant, audit: AuditEntry): Promise<number>
  /** Those that count, last used first. */
  listSessions(userId: string, now: Instant): Promise<readonly Session[]>

  /** Asked with every request that shows a guest's cookie. */
  findGuestByKeyHash(keyHash: string): Promise<Guest | null>
}
