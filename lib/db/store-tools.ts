import type { AccountTraces } from '../accounts/account-traces'
import type { AuditEntry } from '../kernel/audit'
import type { Clock } from '../kernel/clock'
import type { QueuedEffect } from '../kernel/effect'
import type { Ids } from '../kernel/ids'
import { writeAudit } from './audit-rows'
import type { Database } from './database'
import type { Prisma } from './generated/sqlite/client'
import { queueEffects } from './outbox-rows'
import { type SqlRunner, sql } from './sql'

/** What every store is made of. */
export interface StoreTools {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
}

/** A transaction of Prisma's client, seen as a runner of raw statements. */
export const runnerOf = (tx: Prisma.TransactionClient): SqlRunner => ({
  all: (query) => tx.$queryRaw(query),
  run: (query) => tx.$executeRaw(query),
})

/** The traces every change leaves, in its own transaction: a line in the log, effects in the outbox, a letter to whose account it is. */
export const leaveTraces = async (
  tx: Pick<SqlRunner, 'run'>,
  { ids, clock }: Pick<StoreTools, 'ids' | 'clock'>,
  {
    audit,
    effects = [],
    letter = null,
  }: {
    readonly audit: AuditEntry
    readonly effects?: readonly QueuedEffect[]
    readonly letter?: AccountTraces['letter']
  },
): Promise<void> => {
  const now = clock.now()
  await writeAudit(tx, audit, ids, now)
  await queueEffects(tx, effects, ids, now)
  if (letter)
    await tx.run(sql`
      INSERT INTO "account_letter" ("id", "userId", "what", "createdAt", "nextAt")
      VALUES (${ids.random()}, ${letter.userId}, ${letter.what}, ${now}, ${now})`)
}
