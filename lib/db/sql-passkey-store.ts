import type { AccountTraces } from '../accounts/account-traces'
import type { Passkey, PasskeyStore } from '../accounts/passkeys/passkey-store'
import type { UsedOnce } from '../accounts/used-once'
import { integer, integerOrNull, text } from './cells'
import { endSessions } from './end-sessions'
import { type Row, type SqlRunner, sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'
import { useOnce } from './use-once'

const COLUMNS = sql`"id", "credentialId", "userId", "name", "publicKey", "counter", "transports", "backedUp", "createdAt", "lastUsedAt"`

const passkeyOf = (row: Row): Passkey => ({
  id: text(row, 'id'),
  credentialId: text(row, 'credentialId'),
  userId: text(row, 'userId'),
  name: text(row, 'name'),
  publicKey: text(row, 'publicKey'),
  counter: integer(row, 'counter'),
  transports: text(row, 'transports').split(',').filter(Boolean),
  isBackedUp: integer(row, 'backedUp') === 1,
  createdAt: integer(row, 'createdAt'),
  lastUsedAt: integerOrNull(row, 'lastUsedAt'),
})

export class SqlPasskeyStore implements PasskeyStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async list(userId: string): Promise<readonly Passkey[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT ${COLUMNS} FROM "passkey" WHERE "userId" = ${userId} ORDER BY "createdAt", "id"`)
    return rows.map(passkeyOf)
  }

  async find(credentialId: string): Promise<Passkey | null> {
    const [row] = await this.#tools.db.read(sql`
      SELECT ${COLUMNS} FROM "passkey" WHERE "credentialId" = ${credentialId}`)
    return row ? passkeyOf(row) : null
  }

  async add(
    passkey: Passkey,
    { most, here }: Parameters<PasskeyStore['add']>[1],
    traces: AccountTraces,
  ): Promise<boolean> {
    const { id, credentialId, userId, name, publicKey, counter, createdAt } = passkey
    return this.#tools.db.transaction(async (tx) => {
      await this.#lockOwner(tx, userId)
      const added = await tx.run(sql`
        INSERT INTO "passkey" ("id", "credentialId", "userId", "name", "publicKey", "counter", "transports", "backedUp", "createdAt")
        SELECT ${id}, ${credentialId}, "userId", ${name}, ${publicKey}, ${counter}, ${passkey.transports.join(',')},
          ${passkey.isBackedUp ? 1 : 0}, ${createdAt}
        FROM "session" WHERE "id" = ${here} AND "userId" = ${userId} AND "revokedAt" IS NULL
          AND (SELECT count(*) FROM "passkey" WHERE "userId" = ${userId}) < ${most}
        ON CONFLICT ("credentialId") DO NOTHING`)
      if (added > 0) await leaveTraces(tx, this.#tools, traces)
      return added > 0
    })
  }

  async use(
    id: string,
    { from, counter, isBackedUp, at }: Parameters<PasskeyStore['use']>[1],
  ): Promise<boolean> {
    const used = await this.#tools.db.transaction((tx) =>
      tx.run(sql`
        UPDATE "passkey" SET "counter" = ${counter}, "backedUp" = ${isBackedUp ? 1 : 0}, "lastUsedAt" = ${at}
        WHERE "id" = ${id} AND "counter" = ${from}`),
    )
    return used > 0
  }

  async remove(
    { id, userId }: Parameters<PasskeyStore['remove']>[0],
    { at, here }: Parameters<PasskeyStore['remove']>[1],
    traces: AccountTraces,
  ): Promise<'removed' | 'last' | 'gone'> {
    return this.#tools.db.transaction(async (tx) => {
      await this.#lockOwner(tx, userId)
      const own = sql`"passkey" WHERE "id" = ${id} AND "userId" = ${userId}`
      const removed = await tx.run(sql`
        DELETE FROM ${own} AND (
          (SELECT count(*) FROM "passkey" WHERE "userId" = ${userId}) > 1
          OR EXISTS (SELECT 1 FROM "user" WHERE "id" = ${userId} AND "passwordHash" IS NOT NULL))`)
      if (removed === 0) return (await tx.all(sql`SELECT 1 FROM ${own}`)).length > 0 ? 'last' : 'gone'
      await endSessions(tx, userId, at, here)
      await leaveTraces(tx, this.#tools, traces)
      return 'removed'
    })
  }

  useQuestion(question: UsedOnce): Promise<boolean> {
    return this.#tools.db.transaction((tx) => useOnce(tx, 'passkey-question', question))
  }

  /** Whoever adds or removes a key of theirs counts what the one before left. */
  async #lockOwner(tx: SqlRunner, userId: string): Promise<void> {
    const { change } = this.#tools.db.dialect.locks
    if (change.sql !== '') await tx.all(sql`SELECT 1 FROM "user" WHERE "id" = ${userId} ${change}`)
  }
}
