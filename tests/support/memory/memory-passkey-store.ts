import type { Passkey, PasskeyStore } from '../../../lib/accounts/passkeys/passkey-store'
import type { AuditEntry } from '../../../lib/kernel/audit'
import type { Instant } from '../../../lib/kernel/clock'
import type { MemoryTables } from './memory-tables'

export class MemoryPasskeyStore implements PasskeyStore {
  readonly #tables: MemoryTables
  readonly #passkeys = new Map<string, Passkey>()
  /** When each question is over, by its hash; what was answered is gone. */
  readonly #questions = new Map<string, Instant>()

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async list(userId: string): Promise<readonly Passkey[]> {
    return [...this.#passkeys.values()]
      .filter((one) => one.userId === userId)
      .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  }

  async find(credentialId: string): Promise<Passkey | null> {
    return [...this.#passkeys.values()].find((one) => one.credentialId === credentialId) ?? null
  }

  async add(passkey: Passkey, most: number, audit: AuditEntry): Promise<boolean> {
    if ((await this.find(passkey.credentialId)) || (await this.list(passkey.userId)).length >= most)
      return false
    this.#passkeys.set(passkey.id, passkey)
    this.#tables.audit.push(audit)
    return true
  }

  async use(
    id: string,
    { from, counter, isBackedUp, at }: Parameters<PasskeyStore['use']>[1],
  ): Promise<boolean> {
    const found = this.#passkeys.get(id)
    if (!found || found.counter !== from) return false
    this.#passkeys.set(id, { ...found, counter, isBackedUp, lastUsedAt: at })
    return true
  }

  async remove(
    { id, userId }: Parameters<PasskeyStore['remove']>[0],
    { at, here }: Parameters<PasskeyStore['remove']>[1],
    audit: AuditEntry,
  ): Promise<boolean> {
    if (this.#passkeys.get(id)?.userId !== userId) return false
    this.#passkeys.delete(id)
    this.#tables.endSessions(userId, at, here)
    this.#tables.audit.push(audit)
    return true
  }

  async putQuestion({ hash, until }: Parameters<PasskeyStore['putQuestion']>[0]): Promise<void> {
    this.#questions.set(hash, until)
  }

  async takeQuestion(hash: string, at: Instant): Promise<boolean> {
    const until = this.#questions.get(hash)
    return until !== undefined && until > at && this.#questions.delete(hash)
  }
}
