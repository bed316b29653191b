import type { Passkey, PasskeyStore } from '../accounts/passkeys/passkey-store'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import { integer, integerOrNull, text } from './cells'
import { endSessions } from './end-sessions'
import { type Row, sql } from './sql'
import { type StoreTools, leaveTraces } from './store-tools'

const QUESTION = 'passkey-question'

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

  async add(passkey: Passkey, most: number, audit: AuditEntry): Promise<boolean> {
    const { id, credentialId, userId, name, publicKey, counter, createdAt } = passkey
    return this.#tools.db.transaction(async (tx) => {
      const added = await tx.run(sql`
        INSERT INTO "passkey" ("id", "credentialId", "userId", "name", "publicKey", "counter", "transports", "backedUp", "createdAt")
        SELECT ${id}, ${credentialId}, "id", ${name}, ${publicKey}, ${counter}, ${passkey.transports.join(',')},
          ${passkey.isBackedUp ? 1 : 0}, ${createdAt}
        FROM "user" WHERE "id" = ${userId} AND (SELECT count(*) FROM "passkey" WHERE "userId" = ${userId}) < ${most}
        ON CONFLICT ("credentialId") DO NOTHING`)
      if (added > 0) await leaveTraces(tx, this.#tools, { audit })
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
    audit: AuditEntry,
  ): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const removed = await tx.run(sql`DELETE FROM "passkey" WHERE "id" = ${id} AND "userId" = ${userId}`)
      if (removed === 0) return false
      await endSessions(tx, userId, at, here)
      await leaveTraces(tx, this.#tools, { audit })
      return true
    })
  }

  async putQuestion({ id, hash, at, until }: Parameters<PasskeyStore['putQuestion']>[0]): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      await tx.run(sql`DELETE FROM "token" WHERE "purpose" = ${QUESTION} AND "expiresAt" <= ${at}`)
      await tx.run(sql`
        INSERT INTO "token" ("id", "purpose", "hash", "createdAt", "expiresAt")
        VALUES (${id}, ${QUESTION}, ${hash}, ${at}, ${until})`)
    })
  }

  async takeQuestion(hash: string, at: Instant): Promise<boolean> {
    const taken = await this.#tools.db.transaction((tx) =>
      tx.run(sql`
        UPDATE "token" SET "usedAt" = ${at}
        WHERE "hash" = ${hash} AND "purpose" = ${QUESTION} AND "usedAt" IS NULL AND "expiresAt" > ${at}`),
    )
    return taken > 0
  }
}
