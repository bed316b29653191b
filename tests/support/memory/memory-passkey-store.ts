import type { AccountTraces } from '../../../lib/accounts/account-traces'
import type { Passkey, PasskeyStore } from '../../../lib/accounts/passkeys/passkey-store'
import type { UsedOnce } from '../../../lib/accounts/used-once'
import type { MemoryTables } from './memory-tables'

export class MemoryPasskeyStore implements PasskeyStore {
  readonly #tables: MemoryTables
  readonly #passkeys = new Map<string, Passkey>()
  /** Questions that were answered, by hash. */
  readonly #used = new Set<string>()

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async list(userId: string): Promise<readonly Passkey[]> {
    return this.#of(userId).toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  }

  async find(credentialId: string): Promise<Passkey | null> {
    return this.#called(credentialId) ?? null
  }

  async add(
    passkey: Passkey,
    { most, here }: Parameters<PasskeyStore['add']>[1],
    traces: AccountTraces,
  ): Promise<boolean> {
    const session = this.#tables.sessions.get(here)
    if (session?.userId !== passkey.userId || session.revokedAt !== null) return false
    if (this.#called(passkey.credentialId) || this.#of(passkey.userId).length >= most) return false
    this.#passkeys.set(passkey.id, passkey)
    this.#tables.traceAccount(traces)
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
    traces: AccountTraces,
  ): Promise<'removed' | 'last' | 'gone'> {
    if (this.#passkeys.get(id)?.userId !== userId) return 'gone'
    if (this.#of(userId).length === 1 && (this.#tables.users.get(userId)?.passwordHash ?? null) === null)
      return 'last'
    this.#passkeys.delete(id)
    this.#tables.endSessions(userId, at, here)
    this.#tables.traceAccount(traces)
    return 'removed'
  }

  async useQuestion({ hash }: UsedOnce): Promise<boolean> {
    if (this.#used.has(hash)) return false
    this.#used.add(hash)
    return true
  }

  #of(userId: string): readonly Passkey[] {
    return [...this.#passkeys.values()].filter((one) => one.userId === userId)
  }

  #called(credentialId: string): Passkey | undefined {
    return [...this.#passkeys.values()].find((one) => one.credentialId === credentialId)
  }
}
