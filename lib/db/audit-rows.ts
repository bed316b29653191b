import type { AuditEntry } from '../kernel/audit'
import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import type { Ids } from '../kernel/ids'
import { type SqlRunner, sql } from './sql'

const idOf = (actor: Actor): string | null => {
  if (actor.kind === 'user') return actor.userId
  return actor.kind === 'guest' ? actor.guestId : null
}

/** Stores a line of the log in the transaction of the change it tells of. */
export const writeAudit = async (
  tx: Pick<SqlRunner, 'run'>,
  { actor, action, subject, detail }: AuditEntry,
  ids: Ids,
  now: Instant,
): Promise<void> => {
  await tx.run(sql`
    INSERT INTO "audit" ("id", "actorKind", "actorId", "action", "subject", "detail", "createdAt")
    VALUES (${ids.ordered()}, ${actor.kind}, ${idOf(actor)}, ${action}, ${subject}, ${JSON.stringify(detail)}, ${now})`)
}
