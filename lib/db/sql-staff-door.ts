import type { User } from '../accounts/account-store'
import type { Invitation, StaffDoor } from '../accounts/staff-door'
import { ROLES, type Role } from '../kernel/actor'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import { freeSlug, revokeSessions, userColumns } from './account-columns'
import { integer, text } from './cells'
import { type Row, sql } from './sql'
import { type StoreTools, leaveTraces, runnerOf } from './store-tools'

const PURPOSE = 'invitation'

/** Thrown to roll back. */
class LastOwner extends Error {}
class EmailTaken extends Error {}

export class SqlStaffDoor implements StaffDoor {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async invite(
    { id, hash, role, label, createdAt, expiresAt }: Invitation,
    audit: AuditEntry,
  ): Promise<void> {
    await this.#tools.db.transaction(async (tx) => {
      await tx.run(sql`
        INSERT INTO "token" ("id", "purpose", "hash", "data", "createdAt", "expiresAt")
        VALUES (${id}, ${PURPOSE}, ${hash}, ${JSON.stringify({ role, label })}, ${createdAt}, ${expiresAt})`)
      await leaveTraces(tx, this.#tools, { audit })
    })
  }

  async invitation(hash: string, now: Instant): Promise<Invitation | null> {
    const [row] = await this.#tools.db.read(sql`
      SELECT * FROM "token" WHERE "hash" = ${hash} AND "purpose" = ${PURPOSE} AND "usedAt" IS NULL
        AND "expiresAt" > ${now}`)
    return row ? readInvitation(row) : null
  }

  async invitations(now: Instant): Promise<readonly Invitation[]> {
    const rows = await this.#tools.db.read(sql`
      SELECT * FROM "token" WHERE "purpose" = ${PURPOSE} AND "usedAt" IS NULL AND "expiresAt" > ${now}
      ORDER BY "createdAt" DESC, "id"`)
    return rows.map(readInvitation)
  }

  async takeBack(invitationId: string, now: Instant, audit: AuditEntry): Promise<boolean> {
    return this.#tools.db.transaction(async (tx) => {
      const taken = await tx.run(sql`
        UPDATE "token" SET "usedAt" = ${now}
        WHERE "id" = ${invitationId} AND "purpose" = ${PURPOSE} AND "usedAt" IS NULL AND "expiresAt" > ${now}`)
      if (taken > 0) await leaveTraces(tx, this.#tools, { audit })
      return taken > 0
    })
  }

  async join(
    { id }: Invitation,
    user: User,
    now: Instant,
    audit: AuditEntry,
  ): Promise<'joined' | 'over' | 'email-taken'> {
    const { db } = this.#tools
    try {
      return await db.prisma.$transaction(async (tx) => {
        const used = await runnerOf(tx).run(sql`
          UPDATE "token" SET "usedAt" = ${now}
          WHERE "id" = ${id} AND "purpose" = ${PURPOSE} AND "usedAt" IS NULL AND "expiresAt" > ${now}`)
        if (used === 0) return 'over'
        if ((await tx.user.count({ where: { emailKey: user.emailKey } })) > 0) throw new EmailTaken()
        await tx.user.create({ data: { ...userColumns(user), slug: await freeSlug(tx, user.slug) } })
        await leaveTraces(runnerOf(tx), this.#tools, { audit })
        return 'joined'
      })
    } catch (error) {
      // In the same moment somebody may have taken the address, too: the invitation stays open either way.
      if (error instanceof EmailTaken || db.dialect.isUniqueViolation(error)) return 'email-taken'
      throw error
    }
  }

  async change(
    userId: string,
    { role, disabledAt }: { readonly role?: Role; readonly disabledAt?: Instant | null },
    audit: AuditEntry,
  ): Promise<'changed' | 'unknown' | 'last-owner'> {
    const { db, clock } = this.#tools
    try {
      return await db.prisma.$transaction(async (tx) => {
        const runner = runnerOf(tx)
        // One change of owners at a time.
        const { change } = db.dialect.locks
        await runner.all(sql`SELECT "id" FROM "user" WHERE "role" = 'owner' ORDER BY "id" ${change}`)
        const { count } = await tx.user.updateMany({
          where: { id: userId },
          data: {
            role,
            disabledAt: typeof disabledAt === 'number' ? BigInt(disabledAt) : disabledAt,
            updatedAt: BigInt(clock.now()),
          },
        })
        if (count === 0) return 'unknown'
        const owners = await tx.user.count({ where: { role: 'owner', disabledAt: null } })
        if (owners === 0) throw new LastOwner()
        await revokeSessions(tx, userId, clock.now())
        await leaveTraces(runner, this.#tools, { audit })
        return 'changed'
      })
    } catch (error) {
      if (error instanceof LastOwner) return 'last-owner'
      throw error
    }
  }
}

const readInvitation = (row: Row): Invitation => {
  const data: unknown = JSON.parse(text(row, 'data'))
  const { role, label } = typeof data === 'object' && data !== null ? (data as Partial<Invitation>) : {}
  return {
    id: text(row, 'id'),
    hash: text(row, 'hash'),
    role: ROLES.find((each) => each === role) ?? 'member',
    label: typeof label === 'string' ? label : '',
    createdAt: integer(row, 'createdAt'),
    expiresAt: integer(row, 'expiresAt'),
  }
}
