import type { AccountStore, Guest, Session, User } from '../accounts/account-store'
import { ROLES } from '../kernel/actor'
import type { AuditEntry } from '../kernel/audit'
import type { Instant } from '../kernel/clock'
import { text } from './cells'
import { freeSlug, revokeSessions, userColumns } from './account-columns'
import { SESSION_COLUMNS, USER_COLUMNS, readGuest, readSession, readUser } from './account-rows'
import { nameSite } from './site-row'
import { join, sql } from './sql'
import { type StoreTools, leaveTraces, runnerOf } from './store-tools'

const INSTALLED = 'installed'
const STAFF_ROLES = ROLES.filter((role) => role !== 'member')
const STAFF = { role: { in: STAFF_ROLES } }

/** Who asks is looked up at every request and every post: those reads are SQL, the rest is Prisma's. */
export class PrismaAccountStore implements AccountStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async claim(
    owner: User,
    publicationName: string,
    traces: Parameters<AccountStore['claim']>[2],
  ): Promise<boolean> {
    const { db, clock } = this.#tools
    return db.prisma.$transaction(async (tx) => {
      const now = clock.now()
      const inserted = await runnerOf(tx).run(sql`
        INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES (${INSTALLED}, ${JSON.stringify({ at: now })}, 1, ${now})
        ON CONFLICT ("key") DO NOTHING`)
      if (inserted === 0) return false
      await nameSite(tx, publicationName, now)
      await tx.user.create({ data: userColumns(owner) })
      await leaveTraces(runnerOf(tx), this.#tools, traces)
      return true
    })
  }

  async isInstalled(): Promise<boolean> {
    return (await this.#tools.db.prisma.setting.count({ where: { key: INSTALLED } })) > 0
  }

  async insertUser(user: User, audit: AuditEntry): Promise<'stored' | 'email-taken'> {
    const { db } = this.#tools
    try {
      return await db.prisma.$transaction(async (tx) => {
        if ((await tx.user.count({ where: { emailKey: user.emailKey } })) > 0) return 'email-taken'
        await tx.user.create({ data: { ...userColumns(user), slug: await freeSlug(tx, user.slug) } })
        await leaveTraces(runnerOf(tx), this.#tools, { audit })
        return 'stored'
      })
    } catch (error) {
      if (!db.dialect.isUniqueViolation(error)) throw error
      // Somebody took the address, or only the slug, in the same moment.
      return (await this.findUserByEmailKey(user.emailKey)) ? 'email-taken' : this.insertUser(user, audit)
    }
  }

  async findUser(userId: string): Promise<User | null> {
    const [row] = await this.#tools.db.read(sql`SELECT ${USER_COLUMNS} FROM "user" WHERE "id" = ${userId}`)
    return row ? readUser(row) : null
  }

  async findUserByEmailKey(emailKey: string): Promise<User | null> {
    const row = await this.#tools.db.prisma.user.findUnique({ where: { emailKey } })
    return row && readUser({ ...row })
  }

  async changeUser(
    userId: string,
    { role, passwordHash, disabledAt }: Partial<Pick<User, 'role' | 'passwordHash' | 'disabledAt'>>,
    audit: AuditEntry,
  ): Promise<boolean> {
    const { db, clock } = this.#tools
    return db.prisma.$transaction(async (tx) => {
      const { count } = await tx.user.updateMany({
        where: { id: userId },
        data: {
          role,
          passwordHash,
          disabledAt: typeof disabledAt === 'number' ? BigInt(disabledAt) : disabledAt,
          updatedAt: BigInt(clock.now()),
        },
      })
      if (count === 0) return false
      await revokeSessions(tx, userId, clock.now())
      await leaveTraces(runnerOf(tx), this.#tools, { audit })
      return true
    })
  }

  async listStaff(): Promise<readonly User[]> {
    const rows = await this.#tools.db.prisma.user.findMany({ where: STAFF })
    // Sorted here: the two databases put letters in different orders.
    const order = (user: User): string => `${user.name}\n${user.id}`
    return rows.map((row) => readUser({ ...row })).sort((a, b) => (order(a) < order(b) ? -1 : 1))
  }

  async isStaffName(nameKey: string): Promise<boolean> {
    // All of them, who are few: the question is then the same for everybody who posts.
    const rows = await this.#tools.db.readSteady(
      'user',
      'all-staff-names',
      () => sql`SELECT "nameKey" FROM "user" WHERE "role" IN (${join(STAFF_ROLES)})`,
    )
    return rows.some((row) => text(row, 'nameKey') === nameKey)
  }

  async insertSession(session: Session): Promise<void> {
    await this.#tools.db.prisma.session.create({
      data: {
        ...session,
        createdAt: BigInt(session.createdAt),
        lastSeenAt: BigInt(session.lastSeenAt),
        expiresAt: BigInt(session.expiresAt),
        revokedAt: session.revokedAt === null ? null : BigInt(session.revokedAt),
        confirmedAt: session.confirmedAt === null ? null : BigInt(session.confirmedAt),
      },
    })
  }

  async findSession(sessionId: string): Promise<{ readonly session: Session; readonly user: User } | null> {
    const [row] = await this.#tools.db.read(sql`
      SELECT ${SESSION_COLUMNS} FROM "session" WHERE "id" = ${sessionId}`)
    if (!row) return null
    const session = readSession(row)
    const user = await this.findUser(session.userId)
    return user && { session, user }
  }

  async touchSession(sessionId: string, lastSeenAt: Instant, expiresAt: Instant): Promise<void> {
    await this.#tools.db.prisma.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { lastSeenAt: BigInt(lastSeenAt), expiresAt: BigInt(expiresAt) },
    })
  }

  async confirmSession(sessionId: string, at: Instant): Promise<void> {
    await this.#tools.db.prisma.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { confirmedAt: BigInt(at) },
    })
  }

  async revokeSession(sessionId: string, at: Instant): Promise<void> {
    await this.#tools.db.prisma.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: BigInt(at) },
    })
  }

  async revokeSessions(userId: string, at: Instant): Promise<number> {
    return revokeSessions(this.#tools.db.prisma, userId, at)
  }

  async revokeEverySession(at: Instant, audit: AuditEntry): Promise<number> {
    return this.#tools.db.prisma.$transaction(async (tx) => {
      const { count } = await tx.session.updateMany({
        where: { revokedAt: null, expiresAt: { gt: BigInt(at) } },
        data: { revokedAt: BigInt(at) },
      })
      await leaveTraces(runnerOf(tx), this.#tools, {
        audit: { ...audit, detail: { ...audit.detail, ended: count } },
      })
      return count
    })
  }

  async listSessions(userId: string, now: Instant): Promise<readonly Session[]> {
    const rows = await this.#tools.db.prisma.session.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: BigInt(now) } },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    })
    return rows.map((row) => readSession({ ...row }))
  }

  async findGuestByKeyHash(keyHash: string): Promise<Guest | null> {
    const [row] = await this.#tools.db.readSteady(
      'guest',
      keyHash,
      () => sql`SELECT "id", "keyHash", "createdAt" FROM "guest" WHERE "keyHash" = ${keyHash}`,
    )
    return row ? readGuest(row) : null
  }
}
