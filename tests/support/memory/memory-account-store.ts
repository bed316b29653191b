import type { AccountStore, Guest, Session, User } from '../../../lib/accounts/account-store'
import { ROLES, type Role } from '../../../lib/kernel/actor'
import type { AuditEntry } from '../../../lib/kernel/audit'
import type { Instant } from '../../../lib/kernel/clock'
import { siteSettings } from '../../../lib/settings/site-settings'
import { type MemoryTables, given } from './memory-tables'

const STAFF: ReadonlySet<Role> = new Set(ROLES.filter((role) => role !== 'member'))

export class MemoryAccountStore implements AccountStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async claim(
    owner: User,
    publicationName: string,
    { audit, effects }: Parameters<AccountStore['claim']>[2],
  ): Promise<boolean> {
    if (this.#tables.installed) return false
    this.#tables.installed = true
    this.#tables.users.set(owner.id, owner)
    const { site } = this.#tables
    this.#tables.site = {
      settings: site
        ? { ...site.settings, name: publicationName }
        : siteSettings.parse({ name: publicationName }),
      version: (site?.version ?? 0) + 1,
    }
    this.#tables.audit.push(audit)
    this.#tables.queue(effects)
    return true
  }

  async isInstalled(): Promise<boolean> {
    return this.#tables.installed
  }

  async insertUser(user: User, audit: AuditEntry): Promise<'stored' | 'email-taken'> {
    const users = [...this.#tables.users.values()]
    if (users.some(({ emailKey }) => emailKey === user.emailKey)) return 'email-taken'
    const taken = new Set(users.map(({ slug }) => slug))
    let slug = user.slug
    for (let n = 2; taken.has(slug); n += 1) slug = `${user.slug}-${n}`
    this.#tables.users.set(user.id, { ...user, slug })
    this.#tables.audit.push(audit)
    return 'stored'
  }

  async findUser(userId: string): Promise<User | null> {
    return this.#tables.users.get(userId) ?? null
  }

  async findUserByEmailKey(emailKey: string): Promise<User | null> {
    return [...this.#tables.users.values()].find((user) => user.emailKey === emailKey) ?? null
  }

  async changeUser(
    userId: string,
    set: Partial<Pick<User, 'role' | 'passwordHash' | 'disabledAt'>>,
    audit: AuditEntry,
  ): Promise<boolean> {
    const user = this.#tables.users.get(userId)
    if (!user) return false
    this.#tables.users.set(userId, { ...user, ...given(set) })
    await this.revokeSessions(userId, this.#tables.clock.now())
    this.#tables.audit.push(audit)
    return true
  }

  async listStaff(): Promise<readonly User[]> {
    return [...this.#tables.users.values()]
      .filter(({ role }) => STAFF.has(role))
      .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
  }

  async isStaffName(nameKey: string): Promise<boolean> {
    return [...this.#tables.users.values()].some((user) => STAFF.has(user.role) && user.nameKey === nameKey)
  }

  async insertSession(session: Session): Promise<void> {
    this.#tables.sessions.set(session.id, session)
  }

  async findSession(sessionId: string): Promise<{ readonly session: Session; readonly user: User } | null> {
    const session = this.#tables.sessions.get(sessionId)
    const user = session && this.#tables.users.get(session.userId)
    return session && user ? { session, user } : null
  }

  async touchSession(sessionId: string, lastSeenAt: Instant, expiresAt: Instant): Promise<void> {
    const session = this.#tables.sessions.get(sessionId)
    if (session && session.revokedAt === null) {
      this.#tables.sessions.set(sessionId, { ...session, lastSeenAt, expiresAt })
    }
  }

  async confirmSession(sessionId: string, at: Instant): Promise<void> {
    const session = this.#tables.sessions.get(sessionId)
    if (session && session.revokedAt === null)
      this.#tables.sessions.set(sessionId, { ...session, confirmedAt: at })
  }

  async revokeSession(sessionId: string, at: Instant): Promise<void> {
    const session = this.#tables.sessions.get(sessionId)
    if (session && session.revokedAt === null)
      this.#tables.sessions.set(sessionId, { ...session, revokedAt: at })
  }

  async revokeSessions(userId: string, at: Instant): Promise<number> {
    const active = await this.listSessions(userId, at)
    for (const session of active) this.#tables.sessions.set(session.id, { ...session, revokedAt: at })
    return active.length
  }

  async revokeEverySession(at: Instant, audit: AuditEntry): Promise<number> {
    const users = new Set([...this.#tables.sessions.values()].map(({ userId }) => userId))
    let ended = 0
    for (const userId of users) ended += await this.revokeSessions(userId, at)
    this.#tables.audit.push({ ...audit, detail: { ...audit.detail, ended } })
    return ended
  }

  async listSessions(userId: string, now: Instant): Promise<readonly Session[]> {
    return [...this.#tables.sessions.values()]
      .filter((session) => session.userId === userId && session.revokedAt === null && session.expiresAt > now)
      .sort((a, b) => b.lastSeenAt - a.lastSeenAt || (a.id < b.id ? 1 : -1))
  }

  async findGuestByKeyHash(keyHash: string): Promise<Guest | null> {
    return [...this.#tables.guests.values()].find((guest) => guest.keyHash === keyHash) ?? null
  }
}
