import type { User } from '../accounts/account-store'
import type { Instant } from '../kernel/clock'
import type { Prisma } from './generated/sqlite/client'

/** The row of an account, for Prisma. */
export const userColumns = (user: User) => ({
  ...user,
  disabledAt: user.disabledAt === null ? null : BigInt(user.disabledAt),
  createdAt: BigInt(user.createdAt),
  updatedAt: BigInt(user.createdAt),
})

/** The wanted address of an author's page, with the first free number appended when it is taken. */
export const freeSlug = async (tx: Prisma.TransactionClient, wanted: string): Promise<string> => {
  for (let slug = wanted, n = 2; ; slug = `${wanted}-${n}`, n += 1) {
    if ((await tx.user.count({ where: { slug } })) === 0) return slug
  }
}

/** Ends every session of somebody; returns how many there were. */
export const revokeSessions = async (
  tx: Pick<Prisma.TransactionClient, 'session'>,
  userId: string,
  at: Instant,
): Promise<number> => {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: BigInt(at) } },
    data: { revokedAt: BigInt(at) },
  })
  return count
}
