import type { Instant } from '../kernel/clock'
import { type SqlRunner, sql } from './sql'

/** Every session of one person, but the one that is named. Returns how many ended. */
export const endSessions = (tx: SqlRunner, userId: string, at: Instant, but = ''): Promise<number> =>
  tx.run(sql`
    UPDATE "session" SET "revokedAt" = ${at}
    WHERE "userId" = ${userId} AND "revokedAt" IS NULL AND "id" <> ${but}`)
