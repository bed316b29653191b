import type { User } from '../../../lib/accounts/account-store'
import type { Invitation, StaffDoor } from '../../../lib/accounts/staff-door'
import type { AuditEntry } from '../../../lib/kernel/audit'
import { MemoryAccountStore } from './memory-account-store'
import type { MemoryTables } from './memory-tables'

export class MemoryStaffDoor implements StaffDoor {
  readonly #tables: MemoryTables
  readonly #open = new Map<string, Invitation>()

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async invite(invitation: Invitation, audit: AuditEntry): Promise<void> {
    this.#open.set(invitation.id, invitation)
    this.#tables.audit.push(audit)
  }

  async invitation(hash: string, now: number): Promise<Invitation | null> {
    return (await this.invitations(now)).find((each) => each.hash === hash) ?? null
  }

  async invitations(now: number): Promise<readonly Invitation[]> {
    return [...this.#open.values()]
      .filter(({ expiresAt }) => expiresAt > now)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
  }

  async takeBack(invitationId: string, now: number, audit: AuditEntry): Promise<boolean> {
    const found = (await this.invitations(now)).some(({ id }) => id === invitationId)
    if (!found) return false
    this.#open.delete(invitationId)
    this.#tables.audit.push(audit)
    return true
  }

  async join(
    { id }: Invitation,
    user: User,
    now: number,
    audit: AuditEntry,
  ): Promise<'joined' | 'over' | 'email-taken'> {
    const invitation = this.#open.get(id)
    if (!invitation || invitation.expiresAt <= now) return 'over'
    this.#open.delete(id)
    const stored = await new MemoryAccountStore(this.#tables).insertUser(user, audit)
    if (stored === 'stored') return 'joined'
    this.#open.set(id, invitation)
    return 'email-taken'
  }

  async change(
    userId: string,
    set: Parameters<StaffDoor['change']>[1],
    audit: AuditEntry,
  ): Promise<'changed' | 'unknown' | 'last-owner'> {
    const user = this.#tables.users.get(userId)
    if (!user) return 'unknown'
    const next = { ...user, ...set }
    const others = [...this.#tables.users.values()].filter(({ id }) => id !== userId)
    const owns = ({ role, disabledAt }: User): boolean => role === 'owner' && disabledAt === null
    if (![...others, next].some(owns)) return 'last-owner'
    await new MemoryAccountStore(this.#tables).changeUser(userId, set, audit)
    return 'changed'
  }
}
